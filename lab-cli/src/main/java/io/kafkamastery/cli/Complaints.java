package io.kafkamastery.cli;

import io.kafkamastery.cli.tools.KafkaTools;
import io.kafkamastery.kit.cluster.ClusterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in a sentence what went wrong. Stack traces are for errors of our own. */
final class Complaints implements IExecutionExceptionHandler, IParameterExceptionHandler {

    private static final int FAILED = 1;
    private static final int NOT_UNDERSTOOD = 2;

    private final Terminal terminal;

    Complaints(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Prints what a person can do something about; throws on what is a bug. Returns the exit code. */
    int say(Exception failure) throws IllegalStateException {
        if (failure instanceof Refusal || failure instanceof ClusterException) {
            complain(failure.getMessage());
        } else if (failure instanceof IOException || failure instanceof UncheckedIOException) {
            Throwable cause = failure instanceof UncheckedIOException ? failure.getCause() : failure;
            complain(
                    "A file could not be read or written: " + cause.getMessage()
                            + ".\nIs there space left, and may you write there? If not, copy the course to a folder of your own.");
        } else {
            terminal.err().println("lab: this should not have happened. Please report it with these lines:");
            failure.printStackTrace(terminal.err());
        }
        return FAILED;
    }

    private void complain(String sentence) {
        terminal.err().println(terminal.palette().red("lab: ") + sentence);
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        return say(failure);
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        complain(sentence(failure, command));
        terminal.err().println("Help: " + command.getCommandSpec().qualifiedName() + " --help");
        return NOT_UNDERSTOOD;
    }

    private static String sentence(ParameterException failure, CommandLine command) {
        if (!(failure instanceof UnmatchedArgumentException unmatched)) {
            return failure.getMessage() + ".";
        }
        String word = unmatched.getUnmatched().get(0);
        if (word.startsWith("-")) {
            List<String> options =
                    new ArrayList<>(command.getCommandSpec().optionsMap().keySet());
            return "There is no option " + word + " here." + Nearest.question(word, options);
        }
        List<String> commands = new ArrayList<>(command.getSubcommands().keySet());
        if (command.getParent() == null) {
            commands.addAll(KafkaTools.names());
        }
        return commands.isEmpty()
                ? "'" + word + "' is one word too many."
                : "There is no command '" + word + "'." + Nearest.question(word, commands);
    }
}
