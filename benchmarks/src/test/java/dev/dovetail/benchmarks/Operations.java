package dev.dovetail.benchmarks;

import java.util.List;

/** What is measured. Creation and edit check Bean Validation's constraints, and whatever writes tells a listener. */
interface Operations extends AutoCloseable {
    Voicemail get(int id);

    /**
     * Returns the first {@link Rows#PAGE} voicemails of a context, and looks whether there are more; counts nothing.
     */
    List<Voicemail> search(String context);

    Voicemail create(Voicemail row);

    default List<Voicemail> createAll(List<Voicemail> rows) {
        throw new UnsupportedOperationException();
    }

    Voicemail edit(int id, String name);

    boolean associate(int user, int line);

    boolean dissociate(int user, int line);

    @Override
    void close();
}
