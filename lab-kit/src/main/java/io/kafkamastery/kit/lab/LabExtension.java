package io.kafkamastery.kit.lab;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Injects the implementation under test, and runs each criterion under {@link CriterionGuard}. */
final class LabExtension implements ParameterResolver, InvocationInterceptor {

    /** A constructor that takes longer does something that belongs elsewhere. */
    private static final Duration CONSTRUCTOR_LIMIT = Duration.ofSeconds(10);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return contract(parameter, context).isPresent();
    }

    /** The contract that a parameter stands for: an interface in the test's own package, or a supplier of one. */
    private static Optional<Class<?>> contract(ParameterContext parameter, ExtensionContext context) {
        Type type = parameter.getParameter().getParameterizedType();
        if (type instanceof ParameterizedType generic && generic.getRawType() == Supplier.class) {
            type = generic.getActualTypeArguments()[0];
        }
        return type instanceof Class<?> candidate
                        && candidate.isInterface()
                        && candidate.getPackage()
                                == context.getRequiredTestClass().getPackage()
                ? Optional.of(candidate)
                : Optional.empty();
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> contract = contract(parameter, context).orElseThrow();
        Variant variant = variant(context);
        variant.implementationOf(contract); // complain about an unknown one now, not within the criterion
        if (parameter.getParameter().getType() == Supplier.class) {
            return (Supplier<Object>) () -> create(variant, contract);
        }
        CriterionGuard guard = new CriterionGuard(context.getRequiredTestClass(), CONSTRUCTOR_LIMIT);
        return guard.runUnderLimit(
                () -> create(variant, contract),
                "creating " + variant.implementationOf(contract).getSimpleName());
    }

    private static Object create(Variant variant, Class<?> contract) {
        try {
            return variant.create(contract);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(
                    "A " + contract.getSimpleName() + " could not be created: its constructor threw " + e, e);
        }
    }

    private static Variant variant(ExtensionContext context) {
        return context.getConfigurationParameter(Variant.PARAMETER)
                .filter(name -> !name.isBlank())
                .map(name -> new Variant(name.strip()))
                .orElse(Variant.STARTER);
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        Criterion criterion = method.getExecutable().getAnnotation(Criterion.class);
        if (criterion == null) {
            invocation.proceed();
            return;
        }
        CriterionId id = CriterionId.of(context.getRequiredTestClass(), method.getExecutable())
                .orElseThrow();
        CriterionGuard guard =
                new CriterionGuard(context.getRequiredTestClass(), Duration.ofSeconds(criterion.seconds()));
        try {
            guard.run(invocation, id);
        } catch (StillToDo | CannotCheckHere undecided) {
            throw Strictness.of(context).apply(undecided);
        }
    }
}
