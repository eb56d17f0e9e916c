package io.lijevak.platform.web;

import io.lijevak.platform.Money;
import java.math.BigDecimal;
import java.util.Currency;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * How our values look in JSON: money as {@code {"value":"1000.00","currency":"EUR"}}, no unknown fields accepted, the
 * words of a choice in any case.
 */
@Configuration(proxyBeanMethods = false)
class JsonRules {
    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return builder -> builder.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .addModule(new SimpleModule("lijevak")
                        .addSerializer(Money.class, new MoneyWriter())
                        .addDeserializer(Money.class, new MoneyReader())
                        .setSerializerModifier(new TypedIds.Writers())
                        .setDeserializerModifier(new TypedIds.Readers()));
    }

    private static final class MoneyWriter extends ValueSerializer<Money> {
        @Override
        public void serialize(Money money, JsonGenerator json, SerializationContext context) {
            json.writeStartObject();
            json.writeStringProperty("value", money.value().toPlainString());
            json.writeStringProperty("currency", money.currency());
            json.writeEndObject();
        }
    }

    private static final class MoneyReader extends ValueDeserializer<Money> {
        @Override
        public Money deserialize(JsonParser json, DeserializationContext context) {
            JsonNode node = context.readTree(json);
            var value = node.path("value").asString("");
            var currency = node.path("currency").asString("");
            if (!node.isObject()
                    || node.size() != 2
                    || !value.matches("-?\\d{1,15}([.]\\d{1,2})?")
                    || !isCurrency(currency)) {
                return (Money) context.handleWeirdNativeValue(context.constructType(Money.class), node, json);
            }
            return new Money(new BigDecimal(value), currency);
        }

        private static boolean isCurrency(String code) {
            return Currency.getAvailableCurrencies().stream()
                    .anyMatch(currency -> currency.getCurrencyCode().equals(code));
        }
    }
}
