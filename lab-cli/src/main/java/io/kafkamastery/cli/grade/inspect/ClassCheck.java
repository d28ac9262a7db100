package io.kafkamastery.cli.grade.inspect;

import java.util.Set;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.Type;
import org.objectweb.asm.TypePath;

/** Reads one class file: what it is, what it declares, what its annotations say. Code is read by {@link CodeCheck}. */
final class ClassCheck extends ClassVisitor {

    /** What is compared by the tests; an equality of one's own would decide how that ends. */
    private static final Set<String> COMPARED =
            Set.of("java.util.Collection", "java.util.Map", "java.lang.CharSequence");

    private final Types types;
    private final Inspector.Findings findings;
    private final Names names;

    ClassCheck(Types types, Inspector.Findings findings) {
        super(Inspector.ASM);
        this.types = types;
        this.findings = findings;
        this.names = new Names(types, findings);
    }

    @Override
    public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
        names.internal(superName);
        for (String contract : interfaces) {
            names.internal(contract);
        }
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        return annotation(descriptor);
    }

    @Override
    public AnnotationVisitor visitTypeAnnotation(int reference, TypePath path, String descriptor, boolean visible) {
        return annotation(descriptor);
    }

    private AnnotationVisitor annotation(String descriptor) {
        names.descriptor(descriptor);
        return new AnnotationCheck(types, names, findings);
    }

    @Override
    public RecordComponentVisitor visitRecordComponent(String name, String descriptor, String signature) {
        names.descriptor(descriptor);
        return new RecordComponentVisitor(Inspector.ASM) {
            @Override
            public AnnotationVisitor visitAnnotation(String annotated, boolean visible) {
                return annotation(annotated);
            }
        };
    }

    @Override
    public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
        names.descriptor(descriptor);
        return new FieldVisitor(Inspector.ASM) {
            @Override
            public AnnotationVisitor visitAnnotation(String annotated, boolean visible) {
                return annotation(annotated);
            }
        };
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        findings.atLine(0);
        if ((access & Opcodes.ACC_NATIVE) != 0) {
            findings.add("the native method " + name);
        }
        names.descriptor(descriptor);
        for (String exception : exceptions == null ? new String[0] : exceptions) {
            names.internal(exception);
        }
        if (name.equals("equals") && descriptor.equals("(Ljava/lang/Object;)Z")) {
            types.lineage(findings.type()).stream()
                    .filter(COMPARED::contains)
                    .findFirst()
                    .ifPresent(compared -> findings.add("an equals of its own for a " + compared));
        }
        return new CodeCheck(types, names, findings);
    }

    /** Checks names of types, in whichever form they stand in a class file. */
    static final class Names {

        private final Types types;
        private final Inspector.Findings findings;

        Names(Types types, Inspector.Findings findings) {
            this.types = types;
            this.findings = findings;
        }

        void internal(String name) {
            if (name != null) {
                type(Type.getObjectType(name));
            }
        }

        void descriptor(String descriptor) {
            type(Type.getType(descriptor));
        }

        void type(Type type) {
            switch (type.getSort()) {
                case Type.ARRAY -> type(type.getElementType());
                case Type.METHOD -> {
                    type(type.getReturnType());
                    for (Type parameter : type.getArgumentTypes()) {
                        type(parameter);
                    }
                }
                case Type.OBJECT -> {
                    if (!types.allows(type.getClassName())) {
                        findings.add(type.getClassName());
                    }
                }
                default -> {
                    // Primitive.
                }
            }
        }
    }
}
