package dev.dovetail.benchmarks.http;

import java.util.List;

/** What mailboxes are called: a first and a last name, and the number of the row. */
final class Names {
    static final List<String> FIRST = List.of(
            "Ada", "Boris", "Cleo", "Dora", "Emil", "Flora", "Gustav", "Hanna", "Igor", "Judith", "Kurt", "Lea",
            "Milan", "Nora", "Otto", "Petra", "Ralf", "Sonja", "Theo", "Vera");

    static final List<String> LAST = List.of(
            "Abendroth",
            "Bachmeier",
            "Cramer",
            "Dietrich",
            "Eichhorn",
            "Fassbinder",
            "Gerstner",
            "Hofstetter",
            "Immelmann",
            "Jungblut",
            "Kaltenbach",
            "Lindqvist",
            "Mandelbrot",
            "Nussbaum",
            "Oberholzer",
            "Pfister",
            "Quandt",
            "Rosenthal",
            "Steinbach",
            "Thalberg",
            "Uhlmann",
            "Vogelsang",
            "Wittgenstein",
            "Ziegler",
            "Ackermann",
            "Brandauer",
            "Czerny",
            "Dombrowski",
            "Ehrlich",
            "Feuerbach",
            "Grillparzer",
            "Herzfeld",
            "Isenberg",
            "Jagellonsky",
            "Kirchner",
            "Lessing",
            "Morgenstern",
            "Neuhaus",
            "Orlowski",
            "Pestalozzi",
            "Quistorp",
            "Ringelnatz",
            "Schlegel",
            "Tucholsky",
            "Ullstein",
            "Vollmer",
            "Weizmann",
            "Zuckmayer",
            "Albrecht",
            "Bernauer");

    private Names() {}
}
