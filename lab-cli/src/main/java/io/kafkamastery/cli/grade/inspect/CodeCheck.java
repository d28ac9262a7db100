package io.kafkamastery.cli.grade.inspect;

import java.util.Set;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;
import org.objectweb.asm.TypePath;

/** Reads the code of one method: each type, method and field that it names, also by way of a lambda. */
final class CodeCheck extends MethodVisitor {

    /** What the compiler calls for lambdas, for text that is put together, and for records. */
    private static final Set<String> COMPILERS_OWN = Set.of(
            "java/lang/invoke/LambdaMetafactory.metafactory",
            "java/lang/invoke/LambdaMetafactory.altMetafactory",
            "java/lang/invoke/StringConcatFactory.makeConcatWithConstants",
            "java/lang/runtime/ObjectMethods.bootstrap");

    private final Types types;
    private final ClassCheck.Names names;
    private final Inspector.Findings findings;

    CodeCheck(Types types, ClassCheck.Names names, Inspector.Findings findings) {
        super(Inspector.ASM);
        this.types = types;
        this.names = names;
        this.findings = findings;
    }

    @Override
    public void visitLineNumber(int line, Label start) {
        findings.atLine(line);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        names.internal(type);
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        names.descriptor(descriptor);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        member(owner, name, descriptor);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        if (Redirections.of(owner, name, descriptor).isEmpty()) {
            member(owner, name, descriptor);
        }
    }

    private void member(String owner, String name, String descriptor) {
        Type type = Type.getObjectType(owner);
        names.type(type);
        names.descriptor(descriptor);
        if (type.getSort() == Type.OBJECT && !types.allowsMember(type.getClassName(), name, descriptor)) {
            findings.add(type.getClassName() + "." + name);
        }
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        names.descriptor(descriptor);
        if (!COMPILERS_OWN.contains(bootstrap.getOwner() + "." + bootstrap.getName())) {
            findings.add("a call that is linked by " + bootstrap.getOwner().replace('/', '.'));
        }
        for (Object argument : arguments) {
            constant(argument);
        }
    }

    @Override
    public void visitLdcInsn(Object value) {
        constant(value);
    }

    private void constant(Object value) {
        if (value instanceof Type type) {
            names.type(type);
        } else if (value instanceof Handle handle) {
            member(handle.getOwner(), handle.getName(), handle.getDesc());
        } else if (value instanceof ConstantDynamic dynamic) {
            findings.add("a constant that is computed by "
                    + dynamic.getBootstrapMethod().getOwner().replace('/', '.'));
        }
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
        names.internal(type);
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        names.descriptor(descriptor);
        return new AnnotationCheck(types, names, findings);
    }

    @Override
    public AnnotationVisitor visitParameterAnnotation(int parameter, String descriptor, boolean visible) {
        return visitAnnotation(descriptor, visible);
    }

    @Override
    public AnnotationVisitor visitTypeAnnotation(int reference, TypePath path, String descriptor, boolean visible) {
        return visitAnnotation(descriptor, visible);
    }
}
