package io.lijevak.platform.web;

import java.lang.reflect.Constructor;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.ser.ValueSerializerModifier;

/** Writes records such as {@code DealId(long value)} as bare numbers, and reads them so. */
final class TypedIds {
    private TypedIds() {}

    static boolean is(Class<?> type) {
        return type.isRecord()
                && type.getSimpleName().endsWith("Id")
                && type.getRecordComponents().length == 1
                && type.getRecordComponents()[0].getType() == long.class;
    }

    static final class Writers extends ValueSerializerModifier {
        @Override
        public ValueSerializer<?> modifySerializer(
                SerializationConfig config, BeanDescription.Supplier type, ValueSerializer<?> given) {
            return is(type.getBeanClass()) ? new Writer() : given;
        }
    }

    static final class Readers extends ValueDeserializerModifier {
        @Override
        public ValueDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription.Supplier type, ValueDeserializer<?> given) {
            return is(type.getBeanClass()) ? new Reader(type.getBeanClass()) : given;
        }
    }

    private static final class Writer extends ValueSerializer<Object> {
        @Override
        public void serialize(Object id, JsonGenerator json, SerializationContext context) {
            json.writeNumber(Long.parseLong(id.toString()));
        }
    }

    private static final class Reader extends ValueDeserializer<Object> {
        private final Class<?> type;

        Reader(Class<?> type) {
            this.type = type;
        }

        @Override
        public Object deserialize(JsonParser json, DeserializationContext context) {
            if (!json.currentToken().isNumeric()) {
                return context.handleUnexpectedToken(context.constructType(type), json);
            }
            try {
                Constructor<?> constructor = type.getDeclaredConstructor(long.class);
                return constructor.newInstance(json.getLongValue());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
