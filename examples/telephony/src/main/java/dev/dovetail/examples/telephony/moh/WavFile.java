package dev.dovetail.examples.telephony.moh;

import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.examples.telephony.errors.TelephonyErrors;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The format of a WAV file: what its {@code fmt} chunk says (RIFF, PCM). */
record WavFile(int channels, int rate, int bits) {
    private static final int PCM = 1;
    private static final int EXTENSIBLE = 0xFFFE;
    private static final int CHUNK_HEADER = 8;

    /** Requires a file that the telephony engine plays as it is. */
    static void check(byte[] bytes) {
        WavFile file = read(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
        if (file.channels != 1) {
            throw fault("Audio file should be mono");
        } else if (file.rate != 8000 && file.rate != 16000) {
            throw fault("Audio file should have a sample rate of 8kHz or 16kHz");
        } else if (file.bits > 16) {
            throw fault("Audio file should have bit depth of no more than 16 bits");
        }
    }

    private static RuntimeException fault(String message) {
        return TelephonyErrors.invalid("MOH", Path.of("wav_file"), "wav", message)
                .toException();
    }

    private static RuntimeException unreadable(String reason) {
        return fault("Not able to read audio file: \"" + reason + "\"");
    }

    private static WavFile read(ByteBuffer in) {
        try {
            if (!name(in).equals("RIFF")) {
                throw unreadable("file does not start with RIFF id");
            }
            in.getInt();
            if (!name(in).equals("WAVE")) {
                throw unreadable("not a WAVE file");
            }
        } catch (BufferUnderflowException e) { // clients know this one as a failure of the server
            throw Errors.technical(ErrorKind.STORE_FAILED, "the file is too short for a header", e);
        }
        return chunks(in);
    }

    private static WavFile chunks(ByteBuffer in) {
        WavFile format = null;
        while (in.remaining() >= CHUNK_HEADER) {
            String name = name(in);
            int size = in.getInt();
            int next = (int) Math.min(in.limit(), in.position() + (size & 0xFFFFFFFFL) + (size & 1));
            if (name.equals("fmt ")) {
                format = format(in);
            } else if (name.equals("data")) {
                return found(format, "data chunk before fmt chunk");
            }
            in.position(next);
        }
        throw unreadable("fmt chunk and/or data chunk missing");
    }

    private static WavFile found(@Nullable WavFile format, String otherwise) {
        if (format == null) {
            throw unreadable(otherwise);
        }
        return format;
    }

    private static WavFile format(ByteBuffer in) {
        try {
            int tag = Short.toUnsignedInt(in.getShort());
            int channels = Short.toUnsignedInt(in.getShort());
            int rate = in.getInt();
            in.position(in.position() + 6);
            if (tag != PCM && tag != EXTENSIBLE) {
                throw unreadable("unknown format: " + tag);
            }
            return new WavFile(channels, rate, Short.toUnsignedInt(in.getShort()));
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw Errors.technical(ErrorKind.STORE_FAILED, "the file ends within its format", e);
        }
    }

    private static String name(ByteBuffer in) {
        byte[] name = new byte[4];
        in.get(name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }
}
