# bash completion for isnad
_isnad() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}
  local commands='timeline check ci tag claims solve explain rules doctor show-config'
  local findings='date-conflict order-conflict weekday-mismatch impossible-date report-before-event polarity-conflict
    attribution-conflict attribution-upgrade headline-unsupported value-conflict circular-attribution'
  local words=''
  case $prev in
    isnad) [[ $COMP_CWORD == 1 ]] && words=$commands ;;
    explain) words=$findings ;;
    rules) words='list test' ;;
    --format) words='text json jsonl sarif lines junit github gitlab timeml dot svg html csv timelinejs jsonld' ;;
    --from) words='json timeml' ;;
    --fail-on) words='error warning note never' ;;
    --lang) words='ar en' ;;
    --color) words='auto always never' ;;
  esac
  if [[ -z $words && $cur == -* ]]; then
    words='--color --help --lang --quiet'
    case ${COMP_WORDS[1]} in
      timeline) words+=' --claims --dot-style --fail-on --forget --format --from --group --jobs --only-disputed --output --published --rules --to --update' ;;
      check) words+=' --add --against --fail-on --format --jobs --output --published --rules --suppressions --watch' ;;
      ci) words+=' --baseline --fail-on --format --jobs --output --prune-baseline --published --rules --suppressions --write-baseline' ;;
      tag) words+=' --format --jobs --output --published --rules' ;;
      claims) words+=' --format --jobs --output --published --rules' ;;
      solve) words+=' --add --budget --fail-on --format --from --output --verify' ;;
      explain) words+=' --published --rules' ;;
      rules) words+=' --rules' ;;
      doctor) words+=' --rules' ;;
      *) words+=' --version' ;;
    esac
  fi
  if [[ -n $words ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur")
  else
    mapfile -t COMPREPLY < <(compgen -f -- "$cur")
    compopt -o filenames
  fi
}
complete -F _isnad isnad
