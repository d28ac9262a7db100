package io.kafkamastery.week01.crew;

/** Says that a group cannot be rewound because consumers are still in it. */
public final class GroupActiveException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public GroupActiveException(String groupId, Throwable cause) {
        super("Group " + groupId + " cannot be rewound while it has members: stop them first", cause);
    }

    public GroupActiveException(String groupId) {
        this(groupId, null);
    }
}
