package io.kafkamastery.kit.lab;

import io.kafkamastery.kit.cluster.Capability;
import io.kafkamastery.kit.cluster.ClusterException;
import io.kafkamastery.kit.cluster.ClusterSpec;
import io.kafkamastery.kit.cluster.Clusters;
import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.cluster.process.HotClusters;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Hands clusters, topics and fresh names to tests, and refuses those that need what the cluster does not allow. */
final class KafkaExtension implements ParameterResolver, BeforeEachCallback, AfterEachCallback {

    private static final ExtensionContext.Namespace STORE = ExtensionContext.Namespace.create(KafkaExtension.class);

    @Override
    public void beforeEach(ExtensionContext context) {
        List<Capability> required = required(context);
        if (required.isEmpty()) {
            return;
        }
        if (required.contains(Capability.CUT) && !spec(context).cuttable()) {
            throw new IllegalStateException("@Requires(CUT) needs a cluster that can be cut: put"
                    + " @Brokers(value = …, cuttable = true) on " + context.getRequiredTestClass());
        }
        KafkaCluster kafka = cluster(context);
        required.stream()
                .filter(capability -> !kafka.capabilities().contains(capability))
                .findFirst()
                .ifPresent(missing -> {
                    throw Strictness.of(context)
                            .apply(new CannotCheckHere("This criterion needs " + missing.description() + ", which "
                                    + article(kafka.backend())
                                    + " cluster does not allow. Run it with -Dlab.backend=process."));
                });
    }

    private static String article(String backend) {
        return (backend.startsWith("e") ? "an " : "a ") + backend;
    }

    private static List<Capability> required(ExtensionContext context) {
        return Stream.of(Optional.of(context.getRequiredTestClass()), context.getTestMethod())
                .flatMap(Optional::stream)
                .flatMap(element -> AnnotationSupport.findAnnotation(element, Requires.class).stream())
                .flatMap(requires -> Stream.of(requires.value()))
                .distinct()
                .toList();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == KafkaCluster.class || type == Topic.class || type == FreshNames.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (type == FreshNames.class) {
            return names(context);
        }
        KafkaCluster kafka = cluster(context);
        return type == KafkaCluster.class ? kafka : topic(parameter.getParameter(), kafka, context);
    }

    private static Topic topic(Parameter parameter, KafkaCluster kafka, ExtensionContext context) {
        return prepared(kafka, context)
                .flatMap(topics -> topics.take(parameter, kafka))
                .orElseGet(
                        () -> TopicParameters.create(parameter, names(context).topic(parameter.getName()), kafka));
    }

    /**
     * Only on a single broker: where brokers die, topics of the criteria to come would be hurt as well. And not on the
     * learner's own cluster: somebody who breaks off a check would find them all there.
     */
    private static Optional<PreparedTopics> prepared(KafkaCluster kafka, ExtensionContext context) {
        Class<?> testClass = context.getRequiredTestClass();
        boolean isOurs = !kafka.outlivesTests() || HotClusters.include(kafka);
        if (!isOurs
                || !testClass.isAnnotationPresent(Lab.class)
                || spec(testClass).brokers() > 1) {
            return Optional.empty();
        }
        return Optional.of(context.getParent()
                .orElseThrow()
                .getStore(STORE)
                .computeIfAbsent(
                        PreparedTopics.class,
                        key -> PreparedTopics.of(testClass, Share.of(context), kafka, leftovers(context)),
                        PreparedTopics.class));
    }

    private static Leftovers leftovers(ExtensionContext context) {
        return context.getRoot()
                .getStore(STORE)
                .computeIfAbsent(Leftovers.class, key -> new Leftovers(), Leftovers.class);
    }

    /** The names of this test; made at first use, known to {@link #afterEach}. */
    private static FreshNames names(ExtensionContext context) {
        return context.getStore(STORE)
                .computeIfAbsent(FreshNames.class, key -> new FreshNames(owner(context)), FreshNames.class);
    }

    private static String owner(ExtensionContext context) {
        return CriterionId.of(context.getRequiredTestClass(), context.getRequiredTestMethod())
                .map(CriterionId::toString)
                .orElse("observation");
    }

    /** The healthy cluster that the test class asks for. */
    private static KafkaCluster cluster(ExtensionContext context) {
        return context.getStore(STORE)
                .computeIfAbsent(Shared.class, key -> new Shared(healthy(context)), Shared.class)
                .kafka();
    }

    /** Keeps the store from closing the cluster when the test ends: it closes all that it holds and can be closed. */
    private record Shared(KafkaCluster kafka) {}

    private static KafkaCluster healthy(ExtensionContext context) {
        ClusterSpec spec = spec(context);
        KafkaCluster kafka = Clusters.get(spec);
        if (kafka.backend().equals("external")) {
            checkFits(kafka, spec, context);
        }
        try {
            kafka.heal();
            return kafka;
        } catch (ClusterException beyondHelp) {
            Clusters.discard(kafka);
            return Clusters.get(spec);
        }
    }

    private static void checkFits(KafkaCluster kafka, ClusterSpec spec, ExtensionContext context) {
        if (kafka.brokers().size() < spec.brokers()) {
            throw Strictness.of(context)
                    .apply(new CannotCheckHere(
                            "This criterion needs " + spec.brokers() + " brokers, but your cluster has "
                                    + kafka.brokers().size() + ". Run it with -Dlab.backend=process."));
        }
        if (!spec.settings().isEmpty()) {
            throw Strictness.of(context)
                    .apply(new CannotCheckHere("This criterion needs brokers started with " + spec.settings()
                            + ", which cannot be asked of your own cluster. Run it with -Dlab.backend=process."));
        }
    }

    private static ClusterSpec spec(ExtensionContext context) {
        return spec(context.getRequiredTestClass());
    }

    /** The cluster that a test class asks for. */
    static ClusterSpec spec(Class<?> testClass) {
        Brokers brokers = testClass.getAnnotation(Brokers.class);
        if (brokers == null) {
            return ClusterSpec.of(1);
        }
        int usual = ClusterSpec.of(brokers.value()).controllers();
        return new ClusterSpec(
                brokers.value(),
                brokers.controllers() < 0 ? usual : brokers.controllers(),
                TopicParameters.pairs(brokers.settings()),
                brokers.cuttable());
    }

    /** On a cluster that goes on living, what this test made is deleted in the end. */
    @Override
    public void afterEach(ExtensionContext context) {
        Shared shared = context.getStore(STORE).get(Shared.class, Shared.class);
        FreshNames names = context.getStore(STORE).get(FreshNames.class, FreshNames.class);
        if (shared != null && names != null) {
            leftovers(context).add(shared.kafka(), names);
        }
    }
}
