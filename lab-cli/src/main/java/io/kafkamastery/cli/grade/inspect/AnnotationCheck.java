package io.kafkamastery.cli.grade.inspect;

import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Type;

/** Reads what an annotation says: libraries such as Jackson act on it. */
final class AnnotationCheck extends AnnotationVisitor {

    private final Types types;
    private final ClassCheck.Names names;
    private final Inspector.Findings findings;

    AnnotationCheck(Types types, ClassCheck.Names names, Inspector.Findings findings) {
        super(Inspector.ASM);
        this.types = types;
        this.names = names;
        this.findings = findings;
    }

    @Override
    public void visit(String name, Object value) {
        if (value instanceof Type type) {
            names.type(type);
        }
    }

    @Override
    public void visitEnum(String name, String descriptor, String value) {
        names.descriptor(descriptor);
        String type = Type.getType(descriptor).getClassName();
        if (!types.allowsMember(type, value, descriptor)) {
            findings.add(type + "." + value);
        }
    }

    @Override
    public AnnotationVisitor visitAnnotation(String name, String descriptor) {
        names.descriptor(descriptor);
        return this;
    }

    @Override
    public AnnotationVisitor visitArray(String name) {
        return this;
    }
}
