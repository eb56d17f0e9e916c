package io.lijevak.platform.web;

import com.fasterxml.jackson.databind.type.TypeFactory;
import io.lijevak.platform.Money;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The OpenAPI description at {@code /api/v1/openapi.json}: the bearer scheme, money and ids as they are written. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    @Bean
    OpenAPI openApi() {
        var bearer = new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer");
        return new OpenAPI()
                .info(new Info()
                        .title("Lijevak")
                        .version("v1")
                        .description("Customers, deals, imports and the sales funnel. Errors are RFC 9457 problems."))
                .components(new Components().addSecuritySchemes("token", bearer))
                .addSecurityItem(new SecurityRequirement().addList("token"));
    }

    @Bean
    ModelConverter ownValues() {
        return new OwnValues();
    }

    private static final class OwnValues implements ModelConverter {
        @Override
        public @Nullable Schema<?> resolve(
                AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
            var raw =
                    TypeFactory.defaultInstance().constructType(type.getType()).getRawClass();
            if (raw == Money.class) {
                return money();
            }
            if (TypedIds.is(raw)) {
                return new IntegerSchema().format("int64");
            }
            return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        }

        private static Schema<?> money() {
            return new ObjectSchema()
                    .addProperty(
                            "value",
                            new StringSchema().pattern("^-?\\d+\\.\\d{2}$").example("1000.00"))
                    .addProperty(
                            "currency",
                            new StringSchema().minLength(3).maxLength(3).example("EUR"))
                    .required(List.of("value", "currency"));
        }
    }
}
