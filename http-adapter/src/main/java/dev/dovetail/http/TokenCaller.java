package dev.dovetail.http;

import dev.dovetail.context.Scope;
import dev.dovetail.http.exchange.Request;
import java.util.List;

/** Asks the gate about the token of a request. */
record TokenCaller(Gate gate, Route route, List<String> pathValues, Request request) implements Caller {

    @Override
    public boolean grant(List<String> words) {
        return gate.grants(request, words);
    }

    @Override
    public Scope scope() {
        return gate.admit(route, pathValues, request).scope();
    }

    @Override
    public Caller kept() {
        return new TokenCaller(gate, route, pathValues, gate.credentialsOf(request));
    }
}
