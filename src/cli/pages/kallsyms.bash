# shellcheck shell=bash
# Completion of kallsyms for bash 4.2 and later. Install: see `kallsyms completion --help`.

# The options of each command; what completes their values; and what completes operands, with the words that only the
# first operand may be. Kinds: words, list (words with commas between them), files, directories, none.
# shellcheck disable=SC2154
# @tables@

# Completes $cur.
_kallsyms_complete() {
	local kind=$1 words=$2 before=
	case $kind in
	words) mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur") ;;
	list)
		[[ $cur != *,* ]] || before=${cur%,*},
		mapfile -t COMPREPLY < <(compgen -P "$before" -W "$words" -- "${cur##*,}")
		;;
	files)
		if ((${#COMPREPLY[@]} == 0)); then
			compopt -o default
		else
			mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -f -- "$cur")
			compopt -o filenames
		fi
		;;
	directories) compopt -o dirnames ;;
	esac
}

_kallsyms() {
	local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}
	local command=kallsyms first=1 option='' given='' kind words
	COMPREPLY=()
	if ((COMP_CWORD > 1)) && [[ -n ${COMP_WORDS[1]} && -n ${_kallsyms_options[${COMP_WORDS[1]}]} ]]; then
		command=${COMP_WORDS[1]} first=2
	fi
	# An option and its value after an equals sign are three words, or one where COMP_WORDBREAKS has no such sign.
	if [[ $cur == = ]]; then
		option=$prev= cur=
	elif [[ $prev == = ]]; then
		option=${COMP_WORDS[COMP_CWORD - 2]}=
	elif [[ $cur == --*=* ]]; then
		option=${cur%%=*}= given=$option cur=${cur#*=}
	elif [[ $prev == -* ]]; then
		option=$prev
	fi
	if [[ -n $option && -n ${_kallsyms_values[$command $option]} ]]; then
		read -r kind words <<<"${_kallsyms_values[$command $option]}"
		_kallsyms_complete "$kind" "$words"
	elif [[ $cur == -* ]]; then
		_kallsyms_complete words "${_kallsyms_options[$command]}"
	else
		read -r kind words <<<"${_kallsyms_operands[$command]}"
		((COMP_CWORD != first)) || _kallsyms_complete words "$words"
		_kallsyms_complete "$kind" ''
	fi
	COMPREPLY=("${COMPREPLY[@]/#/$given}")
}

complete -F _kallsyms kallsyms
