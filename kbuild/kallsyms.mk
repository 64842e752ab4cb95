# Puts kallsyms in the place of scripts/kallsyms in the build of a kernel tree, which stays as it is:
#
#     make MAKEFILES="$(kallsyms --print-kbuild)"
#
# make reads this file before every makefile of the build, that of scripts/ among them. There scripts/kallsyms is one of
# the programs that the host's compiler makes, and for it alone the compiler is ./hostcc, which compiles it and then puts
# a wrapper in its place. To the build one command is another, so that switching this on or off, or giving other values,
# makes that program anew and nothing else. What can be given: see README.md.

kallsyms-makefile := $(lastword $(MAKEFILE_LIST))

# make passes over what it does not find, and the makes of a build do not all start in the same folder.
ifneq ($(patsubst /%,,$(kallsyms-makefile)),)
$(error kallsyms: MAKEFILES=$(kallsyms-makefile) leads to its file from this folder only, and the build has others: \
give the whole path, as kallsyms --print-kbuild prints it)
endif

ifeq ($(wildcard $(dir $(kallsyms-makefile))hostcc),)
$(error kallsyms: there is no hostcc beside $(kallsyms-makefile): link its folder, not the file)
endif

# In this make alone: in others scripts/ is a prerequisite of this target, which would hand the compiler on to it.
ifeq ($(obj),scripts)

kallsyms-folder := $(dir $(kallsyms-makefile))
kallsyms-quoted = '$(subst ','\'',$(1))'

# To trees up to 3.4 this name means the program that is to be replaced, whatever the environment had.
kallsyms-program := $(if $(filter-out scripts/kallsyms,$(KALLSYMS)),--program=$(call kallsyms-quoted,$(KALLSYMS)))
kallsyms-kernel := $(if $(KALLSYMS_KERNEL),--kernel=$(call kallsyms-quoted,$(KALLSYMS_KERNEL)))

# What the wrapper is made from, in the command: another version of kallsyms, or another dialect in a file that is
# given, makes the wrapper anew as well.
kallsyms-stamp = --stamp=$(shell { cat $(call kallsyms-quoted,$(kallsyms-folder)../package.json); \
	program=$(call kallsyms-quoted,$(KALLSYMS)); cat "$$(dirname "$$(readlink -f "$$program")")/../package.json"; \
	cat $(call kallsyms-quoted,$(KALLSYMS_KERNEL)); } 2>/dev/null | cksum | tr ' ' -)

# The compiler as the build has it: exported by its first make, or given on the command line.
kallsyms-hostcc := $(or $(HOSTCC),gcc)

scripts/kallsyms: override HOSTCC = sh $(call kallsyms-quoted,$(kallsyms-folder)hostcc) \
	$(kallsyms-stamp) $(kallsyms-program) $(kallsyms-kernel) $(kallsyms-hostcc)

endif
