package dev.dovetail.dao.contract;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands a contract the suite that it runs in. */
public final class SuiteResolver implements ParameterResolver {
    SuiteResolver() {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == StoreSuite.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRequiredTestInstances()
                .findInstance(StoreSuite.class)
                .orElseThrow(() -> new IllegalStateException(
                        context.getRequiredTestClass() + ": contracts run within a StoreSuite; extend that"));
    }
}
