# shellcheck shell=sh
# Installed by hostcc as scripts/kallsyms. Runs kallsyms with the options of the build and those of KALLSYMS_FLAGS, for the
# dialect that hostcc has saved.
set -f
state=${0%scripts/kallsyms}.tmp_for_kallsyms
case ${KALLSYMS_CHECK-} in
'' | 0 | n | no) ;;
*) set -- --check "$state/.reference.tmp" "$@" ;;
esac
kallsyms --build-flags "${KALLSYMS_FLAGS-}" --kernel "$state/.dialect.tmp" --journal "$state" "$@" && exit
status=$?

# Some builds pipe the output into an assembler and ignore the exit status: empty input would make a kernel without
# symbols. Others keep the file and use it in the next build. The output may end within a line.
printf '\n#error kallsyms failed, see its message: if this is a file, remove it and run make again\n' 2>/dev/null
exit "$status"
