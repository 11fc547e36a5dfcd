package dev.dovetail.examples.quickstart.user;

public record User(int id, String name) {}
