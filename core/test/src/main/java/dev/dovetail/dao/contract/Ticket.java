package dev.dovetail.dao.contract;

/** A resource with a given number as its key, found by a text that is no column. */
public record Ticket(int number, String title, int priority) {}
