package dev.dovetail.examples.telephony.coverage;

/** Needs a request for a path, of an association with its method, to succeed. */
record PathProof(Entry entry) implements Proof {
    @Override
    public boolean in(Evidence seen) {
        String method = entry.said().path("method").asString("");
        String path = entry.said().path("path").asString(entry.text());
        String success = entry.said().path("success").asString("204");
        return seen.exchanges.stream()
                .filter(one -> one.succeeded() && SpecFile.matches(path, one.path()))
                .anyMatch(one -> method.isEmpty()
                        || one.method().equals(method) && success.startsWith(String.valueOf(one.status())));
    }
}
