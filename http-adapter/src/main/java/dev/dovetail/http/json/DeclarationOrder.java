package dev.dovetail.http.json;

import dev.dovetail.error.Path;
import dev.dovetail.error.Violation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Orders the faults of one field: components as their record declares them, elements by index. Where a path leaves what
 * the field's type declares, faults keep the order in which they were found.
 */
final class DeclarationOrder implements Comparator<Violation> {
    private final JsonTypes types;
    private final Type type;

    DeclarationOrder(JsonTypes types, Type type) {
        this.types = types;
        this.type = type;
    }

    @Override
    public int compare(Violation one, Violation other) {
        List<Integer> places = places(one.path());
        List<Integer> others = places(other.path());
        for (int i = 0; i < places.size() && i < others.size(); i++) {
            int order = places.get(i).compareTo(others.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(places.size(), others.size());
    }

    private List<Integer> places(Path path) {
        List<Integer> places = new ArrayList<>();
        Type at = type;
        for (Object element : path.elements().subList(1, path.elements().size())) {
            if (element instanceof Integer index) {
                places.add(index);
                at = element(at);
            } else {
                Class<?> record = at instanceof Class<?> known ? known : Object.class;
                int place = types.place(record, element.toString());
                if (place < 0) {
                    break;
                }
                places.add(place);
                at = types.componentType(record, place);
            }
        }
        return places;
    }

    private static @Nullable Type element(@Nullable Type list) {
        return list instanceof ParameterizedType parameterized ? parameterized.getActualTypeArguments()[0] : null;
    }
}
