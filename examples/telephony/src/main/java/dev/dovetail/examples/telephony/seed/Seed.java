package dev.dovetail.examples.telephony.seed;

import dev.dovetail.context.CallContext;
import dev.dovetail.context.Scope;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.Path;
import dev.dovetail.examples.telephony.errors.ErrorTexts;
import dev.dovetail.examples.telephony.setup.SetupException;
import dev.dovetail.examples.telephony.setup.Yaml;
import dev.dovetail.http.json.Naming;
import dev.dovetail.transaction.UnitOfWork;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** Stores the objects of a seed in one unit of work: all of them, or none and a message that names the line. */
public final class Seed {
    private final Yaml content;
    private final List<SeedTarget> targets;

    private Seed(Yaml content, List<SeedTarget> targets) {
        this.content = content;
        this.targets = targets;
    }

    /**
     * Returns the seed of a file.
     *
     * @param targets in the order in which they are stored, whatever the order in the file
     * @throws SetupException if the seed has a collection that none of the targets takes
     */
    public static Seed of(Yaml content, List<SeedTarget> targets) {
        Set<String> known = targets.stream().map(SeedTarget::collection).collect(Collectors.toSet());
        content.fields().forEach((collection, objects) -> {
            if (!known.contains(collection)) {
                throw objects.fault("collection '" + collection + "': no plugin that is loaded has it");
            }
        });
        return new Seed(content, targets);
    }

    /** Returns whether the store is empty, so that the seed may be stored. */
    public boolean wanted() {
        return targets.stream().allMatch(SeedTarget::isEmpty);
    }

    /**
     * Stores all objects; announces nothing.
     *
     * @return how many
     * @throws SetupException at the first mistake; nothing is stored then
     */
    public int store(UnitOfWork unitOfWork) {
        return unitOfWork.call(CallContext.of(Scope.all()), announcements -> {
            int stored = 0;
            for (SeedTarget target : targets) {
                stored += store(target);
            }
            return stored;
        });
    }

    private int store(SeedTarget target) {
        List<Yaml> objects = content.list(target.collection());
        if (content.field(target.collection()).isPresent()) {
            target.begin();
        }
        for (Yaml object : objects) {
            if (!(object.json() instanceof ObjectNode json)) {
                throw object.fault(target.collection() + ": expected keys with values");
            }
            try {
                target.store(json.deepCopy());
            } catch (DovetailException e) {
                throw fault(target, object, e);
            }
        }
        return objects.size();
    }

    private static SetupException fault(SeedTarget target, Yaml object, DovetailException failure) {
        Path path = failure.violations().get(0).path();
        List<Object> inFile = path.elements().stream()
                .map(element -> element instanceof String name ? Naming.SNAKE_CASE.json(name) : element)
                .toList();
        String text = ErrorTexts.of(failure.violations()).get(0);
        return object.at(inFile).fault(target.collection() + ": " + text);
    }
}
