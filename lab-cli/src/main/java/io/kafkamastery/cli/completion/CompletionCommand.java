package io.kafkamastery.cli.completion;

import io.kafkamastery.cli.Terminal;
import io.kafkamastery.cli.course.Course;
import io.kafkamastery.cli.course.LabSheet;
import io.kafkamastery.cli.tools.KafkaTools;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the completion script. */
@Command(
        name = "completion",
        description = "Print a script for bash and zsh that completes commands, labs and tools.",
        footer = {
            "",
            "For this terminal:",
            "  source <(${ROOT-COMMAND-NAME} completion)",
            "For all: put that line into your ~/.bashrc or ~/.zshrc, with the whole path of the command."
        })
public final class CompletionCommand implements Callable<Integer> {

    /** Commands whose argument is a lab. */
    private static final List<String> TAKE_A_LAB =
            List.of("show", "watch", "check", "hint", "run", "diff", "solution", "reset");

    private final Terminal terminal;
    private final Course course;

    @Spec
    private CommandSpec spec;

    CompletionCommand(Terminal terminal, Course course) {
        this.terminal = terminal;
        this.course = course;
    }

    @Override
    public Integer call() {
        CommandLine root = spec.root().commandLine();
        StringBuilder script = new StringBuilder("""
                # Completes the lab command. Use it with: source <(scripts/lab completion)
                if [ -n "${ZSH_VERSION:-}" ]; then autoload -U +X compinit && compinit -u; autoload -U +X bashcompinit && bashcompinit; fi
                _lab() {
                  local current=${COMP_WORDS[COMP_CWORD]} words=
                  if [ "$COMP_CWORD" -eq 1 ]; then
                    words='$FIRST'
                  else
                    case ${COMP_WORDS[1]} in
                """.replace("$FIRST", first(root)));
        root.getSubcommands()
                .forEach((name, command) -> script.append("      ")
                        .append(name)
                        .append(") words='")
                        .append(String.join(" ", after(name, command)))
                        .append("' ;;\n"));
        script.append("""
                    esac
                  fi
                  COMPREPLY=($(compgen -W "$words" -- "$current"))
                }
                complete -o default -F _lab lab
                """);
        terminal.out().print(script);
        return 0;
    }

    private static String first(CommandLine root) {
        List<String> words = new ArrayList<>(new TreeSet<>(root.getSubcommands().keySet()));
        words.addAll(KafkaTools.names());
        return String.join(" ", words);
    }

    private Collection<String> after(String name, CommandLine command) {
        Collection<String> words = new TreeSet<>();
        if (TAKE_A_LAB.contains(name)) {
            course.weeks()
                    .forEach(week -> week.labs().stream().map(LabSheet::id).forEach(words::add));
        }
        if (name.equals("check")) {
            course.weeks().forEach(week -> words.add(week.module()));
            words.add("all");
        }
        if (name.equals("quiz")) {
            course.weeks().forEach(week -> words.add(String.valueOf(week.number())));
        }
        for (Map.Entry<String, CommandLine> below : command.getSubcommands().entrySet()) {
            words.add(below.getKey());
            words.addAll(options(below.getValue()));
        }
        words.addAll(options(command));
        return words;
    }

    private static List<String> options(CommandLine command) {
        return command.getCommandSpec().options().stream()
                .filter(option -> !option.hidden())
                .map(CommandLine.Model.OptionSpec::longestName)
                .toList();
    }
}
