# shellcheck shell=sh
# Stands in for the tool that this tree has compiled; hostcc has put it here. Runs kallsyms with the options of the
# build and those of KALLSYMS_FLAGS, for the dialect that hostcc has kept.
set -f
state=${0%scripts/kallsyms}.tmp_for_kallsyms
case ${KALLSYMS_CHECK-} in
'' | 0 | n | no) ;;
*) set -- --check "$state/.reference.tmp" "$@" ;;
esac
case " ${KALLSYMS_FLAGS-} " in
*' -o'* | *' --output'* | *' --print-'*)
	echo "kallsyms: KALLSYMS_FLAGS=$KALLSYMS_FLAGS leaves the build without its table: give options for tables" >&2
	status=1
	;;
*)
	# shellcheck disable=SC2086 # These are words.
	kallsyms --kernel "$state/.dialect.tmp" --journal "$state" ${KALLSYMS_FLAGS-} "$@" && exit
	status=$?
	;;
esac

# Some builds pipe this into an assembler, and do not look at the status: an empty input would make a kernel without
# symbols. Others leave the file behind, and take it for done. What was written may end in the middle of a line.
printf '\n#error kallsyms has failed, and said why: if this is a file, remove it, and make again\n' 2>/dev/null
exit "$status"
