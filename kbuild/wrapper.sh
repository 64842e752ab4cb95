# shellcheck shell=sh
# Stands in for the tool that this tree has compiled; hostcc has put it here. Runs kallsyms, for the dialect that was
# read from the tool's source, with the options of the build and with those of KALLSYMS_FLAGS.
set -f
state=${0%/*}/.tmp_kallsyms
case ${KALLSYMS_CHECK-} in
'' | 0) ;;
*) set -- --check "$state/.reference.tmp" "$@" ;;
esac
# shellcheck disable=SC2086 # These are words.
kallsyms --kernel "$state/.dialect.tmp" --journal "$state" ${KALLSYMS_FLAGS-} "$@"
