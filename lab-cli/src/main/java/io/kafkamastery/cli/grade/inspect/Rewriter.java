package io.kafkamastery.cli.grade.inspect;

import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Leads the calls of {@link Redirections} to {@link Doorkeeper}, in a class that was inspected. */
public final class Rewriter {

    private static final String DOORKEEPER = Type.getInternalName(Doorkeeper.class);

    private Rewriter() {}

    /** The same class otherwise. */
    public static byte[] rewrite(byte[] inspected) {
        ClassReader reader = new ClassReader(inspected);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(
                new ClassVisitor(Inspector.ASM, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String descriptor, String signature, String[] exceptions) {
                        return new Calls(super.visitMethod(access, name, descriptor, signature, exceptions));
                    }
                },
                0);
        return writer.toByteArray();
    }

    private static final class Calls extends MethodVisitor {

        Calls(MethodVisitor next) {
            super(Inspector.ASM, next);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            Optional<Redirections> redirection = Redirections.of(owner, name, descriptor);
            if (redirection.isEmpty()) {
                super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
                return;
            }
            String withObject =
                    opcode == Opcodes.INVOKESTATIC ? descriptor : "(L" + owner + ";" + descriptor.substring(1);
            super.visitMethodInsn(
                    Opcodes.INVOKESTATIC, DOORKEEPER, redirection.get().name(), withObject, false);
        }
    }
}
