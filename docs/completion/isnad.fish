# fish completion for isnad
complete -c isnad -n __fish_use_subcommand -f -a 'timeline check ci tag claims solve explain rules doctor show-config'
complete -c isnad -n __fish_use_subcommand -l version
complete -c isnad -n '__fish_seen_subcommand_from explain' -f -a 'date-conflict order-conflict weekday-mismatch impossible-date report-before-event polarity-conflict attribution-conflict attribution-upgrade headline-unsupported value-conflict circular-attribution'
complete -c isnad -n '__fish_seen_subcommand_from rules' -f -a 'list test'
complete -c isnad -n '__fish_seen_subcommand_from timeline' -l claims -r
complete -c isnad -n '__fish_seen_subcommand_from timeline' -l color -x -a 'auto always never'
complete -c isnad -n '__fish_seen_subcommand_from timeline' -l fail-on -x -a 'error warning note never'
complete -c isnad -n '__fish_seen_subcommand_from timeline' -l forget -x
complete -c isnad -n '__fish_seen_subcommand_from timeline' -l from -x
complete -c isnad -n '__fish_seen_subcommand_from timeline' -l group -x -a 'story place type'
complete -c isnad -n '__fish_seen_subcommand_from timeline' -l dot-style -x -a 'lanes graph'
complete -c isnad -n '__fish_seen_subcommand_from timeline' -l only-disputed
complete -c isnad -n '__fish_seen_subcommand_from timeline' -l to -x
complete -c isnad -n '__fish_seen_subcommand_from timeline' -l format -x -a 'text json jsonl sarif lines junit github gitlab timeml dot svg html csv timelinejs jsonld'
complete -c isnad -n '__fish_seen_subcommand_from timeline' -l help
complete -c isnad -n '__fish_seen_subcommand_from timeline' -l jobs -x
complete -c isnad -n '__fish_seen_subcommand_from timeline' -l lang -x -a 'ar en'
complete -c isnad -n '__fish_seen_subcommand_from timeline' -l output -r
complete -c isnad -n '__fish_seen_subcommand_from timeline' -l published -x
complete -c isnad -n '__fish_seen_subcommand_from timeline' -l quiet
complete -c isnad -n '__fish_seen_subcommand_from timeline' -l rules -r
complete -c isnad -n '__fish_seen_subcommand_from timeline' -l update -r
complete -c isnad -n '__fish_seen_subcommand_from check' -l add
complete -c isnad -n '__fish_seen_subcommand_from check' -l against -r
complete -c isnad -n '__fish_seen_subcommand_from check' -l color -x -a 'auto always never'
complete -c isnad -n '__fish_seen_subcommand_from check' -l fail-on -x -a 'error warning note never'
complete -c isnad -n '__fish_seen_subcommand_from check' -l format -x -a 'text json jsonl sarif lines junit github gitlab timeml dot svg html csv timelinejs jsonld'
complete -c isnad -n '__fish_seen_subcommand_from check' -l help
complete -c isnad -n '__fish_seen_subcommand_from check' -l jobs -x
complete -c isnad -n '__fish_seen_subcommand_from check' -l lang -x -a 'ar en'
complete -c isnad -n '__fish_seen_subcommand_from check' -l output -r
complete -c isnad -n '__fish_seen_subcommand_from check' -l published -x
complete -c isnad -n '__fish_seen_subcommand_from check' -l quiet
complete -c isnad -n '__fish_seen_subcommand_from check' -l rules -r
complete -c isnad -n '__fish_seen_subcommand_from check' -l suppressions -r
complete -c isnad -n '__fish_seen_subcommand_from check' -l watch
complete -c isnad -n '__fish_seen_subcommand_from ci' -l baseline -r
complete -c isnad -n '__fish_seen_subcommand_from ci' -l color -x -a 'auto always never'
complete -c isnad -n '__fish_seen_subcommand_from ci' -l fail-on -x -a 'error warning note never'
complete -c isnad -n '__fish_seen_subcommand_from ci' -l format -x -a 'text json jsonl sarif lines junit github gitlab timeml dot svg html csv timelinejs jsonld'
complete -c isnad -n '__fish_seen_subcommand_from ci' -l help
complete -c isnad -n '__fish_seen_subcommand_from ci' -l jobs -x
complete -c isnad -n '__fish_seen_subcommand_from ci' -l lang -x -a 'ar en'
complete -c isnad -n '__fish_seen_subcommand_from ci' -l output -r
complete -c isnad -n '__fish_seen_subcommand_from ci' -l prune-baseline
complete -c isnad -n '__fish_seen_subcommand_from ci' -l published -x
complete -c isnad -n '__fish_seen_subcommand_from ci' -l quiet
complete -c isnad -n '__fish_seen_subcommand_from ci' -l rules -r
complete -c isnad -n '__fish_seen_subcommand_from ci' -l suppressions -r
complete -c isnad -n '__fish_seen_subcommand_from ci' -l write-baseline
complete -c isnad -n '__fish_seen_subcommand_from tag' -l color -x -a 'auto always never'
complete -c isnad -n '__fish_seen_subcommand_from tag' -l format -x -a 'text json jsonl sarif lines junit github gitlab timeml dot svg html csv timelinejs jsonld'
complete -c isnad -n '__fish_seen_subcommand_from tag' -l help
complete -c isnad -n '__fish_seen_subcommand_from tag' -l jobs -x
complete -c isnad -n '__fish_seen_subcommand_from tag' -l lang -x -a 'ar en'
complete -c isnad -n '__fish_seen_subcommand_from tag' -l output -r
complete -c isnad -n '__fish_seen_subcommand_from tag' -l published -x
complete -c isnad -n '__fish_seen_subcommand_from tag' -l quiet
complete -c isnad -n '__fish_seen_subcommand_from tag' -l rules -r
complete -c isnad -n '__fish_seen_subcommand_from claims' -l color -x -a 'auto always never'
complete -c isnad -n '__fish_seen_subcommand_from claims' -l format -x -a 'text json jsonl sarif lines junit github gitlab timeml dot svg html csv timelinejs jsonld'
complete -c isnad -n '__fish_seen_subcommand_from claims' -l help
complete -c isnad -n '__fish_seen_subcommand_from claims' -l jobs -x
complete -c isnad -n '__fish_seen_subcommand_from claims' -l lang -x -a 'ar en'
complete -c isnad -n '__fish_seen_subcommand_from claims' -l output -r
complete -c isnad -n '__fish_seen_subcommand_from claims' -l published -x
complete -c isnad -n '__fish_seen_subcommand_from claims' -l quiet
complete -c isnad -n '__fish_seen_subcommand_from claims' -l rules -r
complete -c isnad -n '__fish_seen_subcommand_from solve' -l add -r
complete -c isnad -n '__fish_seen_subcommand_from solve' -l budget -x
complete -c isnad -n '__fish_seen_subcommand_from solve' -l color -x -a 'auto always never'
complete -c isnad -n '__fish_seen_subcommand_from solve' -l fail-on -x -a 'error warning note never'
complete -c isnad -n '__fish_seen_subcommand_from solve' -l format -x -a 'text json jsonl sarif lines junit github gitlab timeml dot svg html csv timelinejs jsonld'
complete -c isnad -n '__fish_seen_subcommand_from solve' -l from -x -a 'json timeml'
complete -c isnad -n '__fish_seen_subcommand_from solve' -l help
complete -c isnad -n '__fish_seen_subcommand_from solve' -l lang -x -a 'ar en'
complete -c isnad -n '__fish_seen_subcommand_from solve' -l output -r
complete -c isnad -n '__fish_seen_subcommand_from solve' -l quiet
complete -c isnad -n '__fish_seen_subcommand_from solve' -l verify
complete -c isnad -n '__fish_seen_subcommand_from explain' -l color -x -a 'auto always never'
complete -c isnad -n '__fish_seen_subcommand_from explain' -l help
complete -c isnad -n '__fish_seen_subcommand_from explain' -l lang -x -a 'ar en'
complete -c isnad -n '__fish_seen_subcommand_from explain' -l published -x
complete -c isnad -n '__fish_seen_subcommand_from explain' -l quiet
complete -c isnad -n '__fish_seen_subcommand_from explain' -l rules -r
complete -c isnad -n '__fish_seen_subcommand_from rules' -l color -x -a 'auto always never'
complete -c isnad -n '__fish_seen_subcommand_from rules' -l help
complete -c isnad -n '__fish_seen_subcommand_from rules' -l lang -x -a 'ar en'
complete -c isnad -n '__fish_seen_subcommand_from rules' -l quiet
complete -c isnad -n '__fish_seen_subcommand_from rules' -l rules -r
complete -c isnad -n '__fish_seen_subcommand_from doctor' -l color -x -a 'auto always never'
complete -c isnad -n '__fish_seen_subcommand_from doctor' -l help
complete -c isnad -n '__fish_seen_subcommand_from doctor' -l lang -x -a 'ar en'
complete -c isnad -n '__fish_seen_subcommand_from doctor' -l quiet
complete -c isnad -n '__fish_seen_subcommand_from doctor' -l rules -r
complete -c isnad -n '__fish_seen_subcommand_from show-config' -l color -x -a 'auto always never'
complete -c isnad -n '__fish_seen_subcommand_from show-config' -l help
complete -c isnad -n '__fish_seen_subcommand_from show-config' -l lang -x -a 'ar en'
complete -c isnad -n '__fish_seen_subcommand_from show-config' -l quiet
