#compdef kallsyms
# Completion of kallsyms for zsh. Install: see `kallsyms completion --help`.

# @functions@

_kallsyms() {
  local name=_kallsyms_command_$words[2]
  if (( CURRENT > 2 && $+functions[$name] )); then
    shift words
    (( CURRENT-- ))
    $name
  else
    _kallsyms_generator
  fi
}

# As a function that is loaded when needed, or sourced by a user.
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
  _kallsyms "$@"
else
  compdef _kallsyms kallsyms
fi
