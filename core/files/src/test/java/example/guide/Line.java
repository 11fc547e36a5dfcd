package example.guide;

public record Line(String number) {}
