package dev.dovetail.dao.contract;

/** A resource with a text as its key. */
public record Room(String code, String title) {}
