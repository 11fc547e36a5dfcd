package dev.dovetail.examples.springboot.reception;

/** Tells who comes, and what is handed out. */
public record Welcome(String name, String phone, String badge) {}
