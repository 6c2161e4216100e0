/**
 * What each shell asks and how it shows the answer. The answer's first line says whether file names are wanted (`:files`) or
 * the words below it, each with what it is for behind a tab. No shell evaluates anything of it, and none asks again what was
 * typed to be evaluated: the generators we looked at do either.
 */

const BASH = `# beback in bash: put  source <(beback completion bash)  into ~/.bashrc
_beback() {
  local line first=1
  COMPREPLY=()
  while IFS= read -r line; do
    if [[ $first == 1 ]]; then
      first=0
      [[ $line == :files ]] && compopt -o default 2>/dev/null
    else
      COMPREPLY+=("\${line%%$'\\t'*}")
    fi
  done < <(beback completion words bash -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _beback beback
`;

const ZSH = `#compdef beback
# beback in zsh: put  source <(beback completion zsh)  into ~/.zshrc, below compinit
_beback() {
  local -a lines said
  local line
  lines=("\${(@f)$(beback completion words zsh -- "\${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
  if [[ $lines[1] == :files ]]; then
    _files
    return
  fi
  for line in "\${(@)lines[2,-1]}"; do
    said+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}")
  done
  _describe beback said
}
if [[ \${funcstack[1]} == _beback ]]; then _beback "$@"; else compdef _beback beback; fi
`;

const FISH = `# beback in fish: beback completion fish > ~/.config/fish/completions/beback.fish
function __beback_words
  set -l now (commandline -ct)
  set -l lines (beback completion words fish -- (commandline -opc)[2..-1] "$now" 2>/dev/null)
  if test "$lines[1]" = :files
    __fish_complete_path "$now"
  else if test (count $lines) -gt 1
    printf '%s\\n' $lines[2..-1]
  end
end
complete -c beback -f -a '(__beback_words)'
`;

// an empty word is lost on its way into a program there: the last one has = before it
const POWERSHELL = `# beback in PowerShell: put  beback completion powershell | Out-String | Invoke-Expression  into $PROFILE
Register-ArgumentCompleter -Native -CommandName beback -ScriptBlock {
  param($word, $ast, $cursor)
  $before = @($ast.CommandElements | Select-Object -Skip 1 |
    Where-Object { $_.Extent.EndOffset -lt $cursor } | ForEach-Object { $_.Extent.Text.Trim('"', "'") })
  $lines = @(beback completion words powershell '--' @before "=$word" 2>$null)
  if ($lines.Count -eq 0 -or $lines[0] -eq ':files') { return }
  $lines | Select-Object -Skip 1 | ForEach-Object {
    $value, $what = $_ -split "\`t", 2
    if (-not $what) { $what = $value }
    [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $what)
  }
}
`;

export const SHELL_SCRIPTS = { bash: BASH, zsh: ZSH, fish: FISH, powershell: POWERSHELL } as const;

type Shell = keyof typeof SHELL_SCRIPTS;
export const SHELLS = Object.keys(SHELL_SCRIPTS) as readonly Shell[];
export const isShell = (name: string | undefined): name is Shell =>
  name !== undefined && Object.hasOwn(SHELL_SCRIPTS, name);

/** The words as a person typed them, the one under the cursor last. Bash takes a word apart at `=`. */
export function typedWords(shell: Shell, words: readonly string[]): readonly string[] {
  if (shell === 'powershell') return [...words.slice(0, -1), (words.at(-1) ?? '').slice(1)];
  if (shell !== 'bash') return words;
  const typed: string[] = [];
  let isJoined = false;
  for (const word of words) {
    if ((word === '=' || isJoined) && typed.length > 0) typed.push(`${typed.pop()}${word}`);
    else typed.push(word);
    isJoined = word === '=';
  }
  return typed;
}

/** Whether the shell puts only what stands behind `=` in the place of what was typed. */
export const splitsAtEquals = (shell: Shell): boolean => shell === 'bash';
