package dev.dovetail.examples.telephony.context;

import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import java.math.BigInteger;
import java.util.List;

/** Names the kinds of ranges of a context, and tells which extensions are within. */
public enum Ranges {
    USER,
    GROUP,
    QUEUE,
    CONFERENCE_ROOM,
    INCALL;

    /**
     * Returns whether an extension, which is no pattern, is within one of these ranges of a context.
     *
     * @throws dev.dovetail.error.DovetailException of kind STORE_FAILED if it is not a number, which clients know as a
     *     failure of the server
     */
    public boolean contain(Context context, String exten) {
        if (!exten.matches("[0-9]+")) {
            throw Errors.technical(ErrorKind.STORE_FAILED, "extension '" + exten + "' is not a number", null);
        }
        BigInteger number = new BigInteger(exten);
        return of(context).stream().anyMatch(range -> contains(range, number));
    }

    private List<? extends Bounds> of(Context context) {
        return switch (this) {
            case USER -> context.userRanges();
            case GROUP -> context.groupRanges();
            case QUEUE -> context.queueRanges();
            case CONFERENCE_ROOM -> context.conferenceRoomRanges();
            case INCALL -> context.incallRanges();
        };
    }

    private static boolean contains(Bounds range, BigInteger number) {
        String end = range.end() == null ? range.start() : range.end();
        return number.compareTo(last(range.start(), range.digits())) >= 0
                && number.compareTo(last(end, range.digits())) <= 0;
    }

    private static BigInteger last(String number, int digits) {
        return new BigInteger(
                digits == 0 || digits >= number.length() ? number : number.substring(number.length() - digits));
    }
}
