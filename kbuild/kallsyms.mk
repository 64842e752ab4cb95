# Uses kallsyms instead of scripts/kallsyms in the build of a kernel tree. The tree is not modified.
#
#     make MAKEFILES="$(kallsyms --print-kbuild)"
#
# make reads this file before every makefile of the build, also before that of scripts/. There the host compiler compiles
# scripts/kallsyms; for this program only, the compiler is ./hostcc, which compiles it and then installs a wrapper in its
# place. kbuild remakes a target if its command changes: switching this on or off, or other values of the variables below,
# remake this program and nothing else. The variables: see `kallsyms help kbuild`.

kallsyms-makefile := $(lastword $(MAKEFILE_LIST))

# make ignores a file in MAKEFILES that it cannot find, and a build runs make in several directories.
ifneq ($(patsubst /%,,$(kallsyms-makefile)),)
$(error kallsyms: MAKEFILES=$(kallsyms-makefile) is a relative path, and the build runs make in several directories: \
give the absolute path that kallsyms --print-kbuild prints)
endif

ifeq ($(wildcard $(dir $(kallsyms-makefile))hostcc),)
$(error kallsyms: there is no hostcc next to $(kallsyms-makefile): link the directory, not the file)
endif

# Only where make is in scripts/. In the other makefiles scripts/ is a prerequisite of this target and would inherit the
# compiler.
ifeq ($(obj),scripts)

# The wrapper has the checksum of the dialect that it was installed with. Where the saved one is another, which a crash or
# a full disk has left, or is missing, the wrapper is removed, so that both are made anew.
$(shell [ ! -e scripts/kallsyms ] || grep -qxF "# dialect: $$(cksum 2>/dev/null <.tmp_for_kallsyms/.dialect.tmp)" \
	scripts/kallsyms || rm -f scripts/kallsyms)

kallsyms-folder := $(dir $(kallsyms-makefile))
kallsyms-quoted = '$(subst ','\'',$(1))'

# Trees up to 3.4 set this variable to the program that is to be replaced.
kallsyms-program := $(if $(filter-out scripts/kallsyms,$(KALLSYMS)),--program=$(call kallsyms-quoted,$(KALLSYMS)))
kallsyms-kernel := $(if $(KALLSYMS_KERNEL),--kernel=$(call kallsyms-quoted,$(KALLSYMS_KERNEL)))

# A tool that prints another table than kallsyms does: an error, or not looked for.
kallsyms-proof := $(if $(filter-out 0 n no,$(KALLSYMS_STRICT)),--strict) \
	$(if $(filter 0 n no,$(KALLSYMS_PROVE)),--unproved)

# What the wrapper is made from is part of the command: another version of kallsyms, or another dialect in the file that
# KALLSYMS_KERNEL names, remakes the wrapper too.
kallsyms-stamp = --stamp=$(shell { cat $(call kallsyms-quoted,$(kallsyms-folder)../package.json); \
	program=$(call kallsyms-quoted,$(KALLSYMS)); cat "$$(dirname "$$(readlink -f "$$program")")/../package.json"; \
	cat $(call kallsyms-quoted,$(KALLSYMS_KERNEL)); } 2>/dev/null | cksum | tr ' ' -)

# The compiler of the build: exported by the top Makefile, or given on the command line.
kallsyms-hostcc := $(or $(HOSTCC),gcc)

scripts/kallsyms: override HOSTCC = sh $(call kallsyms-quoted,$(kallsyms-folder)hostcc) \
	$(kallsyms-stamp) $(kallsyms-proof) $(kallsyms-program) $(kallsyms-kernel) $(kallsyms-hostcc)

endif
