import { toSubscript, toSuperscript } from './script-characters.ts';
import { parseWordPairs } from './word-pairs.ts';

/** A formula as Unicode text, such as `x² ≤ α`; the TeX itself if a command in it has no Unicode form. */
export function texToPlain(tex: string): string {
  const state = { tokens: tex.match(tokenSyntax) ?? [], at: 0, depth: 0 };
  const plain = readSequence(state);
  return plain === undefined || state.at < state.tokens.length ? tex : plain.replace(/ {2,}/g, ' ').trim();
}

interface State {
  readonly tokens: readonly string[];
  at: number;
  depth: number;
}

const tokenSyntax = /\\(?:[A-Za-z]+|[^A-Za-z])|\s+|[^\\\s]|\\$/gu;

/** Reads up to a closing brace or the end; undefined if a part has no Unicode form. */
function readSequence(state: State): string | undefined {
  let plain = '';
  while (state.at < state.tokens.length && state.tokens[state.at] !== '}') {
    const part = readPart(state);
    if (part === undefined) return undefined;
    plain += part;
  }
  return plain;
}

function readPart(state: State): string | undefined {
  if (state.depth >= maxDepth) return undefined;
  state.depth += 1;
  const plain = readToken(state);
  state.depth -= 1;
  return plain;
}

/** Limits the recursion. */
const maxDepth = 64;

function readToken(state: State): string | undefined {
  const token = state.tokens[state.at] ?? '';
  state.at += 1;
  if (token === '{') return readGroup(state);
  // A script without a base belongs to the text before the formula, as in `text$^A$`.
  const hasBase = state.at > 1;
  if (token === '^') return script(readArgument(state), hasBase ? '^' : '', toSuperscript);
  if (token === '_') return script(readArgument(state), hasBase ? '_' : '', toSubscript);
  if (token.startsWith('\\')) return readCommand(token.slice(1), state);
  return /^\s/.test(token) ? ' ' : (characters.get(token) ?? token);
}

function readArgument(state: State): string | undefined {
  while (/^\s/.test(state.tokens[state.at] ?? '')) state.at += 1;
  return readPart(state);
}

function readGroup(state: State): string | undefined {
  const plain = readSequence(state);
  if (state.tokens[state.at] !== '}') return undefined;
  state.at += 1;
  return plain;
}

function readCommand(name: string, state: State): string | undefined {
  if (lookCommands.has(name)) return '';
  if (functions.has(name)) return name;
  const symbol = symbols.get(name);
  if (symbol !== undefined) return symbol;
  const mark = accents.get(name);
  if (name === 'sqrt') return parenthesize('√', readArgument(state));
  if (mark !== undefined) {
    const base = readArgument(state);
    return base !== undefined && Array.from(base).length === 1 ? `${base}${mark}`.normalize('NFC') : undefined;
  }
  if (!/^[tdc]?frac$/.test(name)) return undefined;
  const above = parenthesize('', readArgument(state));
  const below = parenthesize('', readArgument(state));
  return above === undefined || below === undefined ? undefined : `${above}/${below}`;
}

function script(
  plain: string | undefined,
  operator: '^' | '_' | '',
  raise: (text: string) => string | undefined,
): string | undefined {
  if (plain === undefined || plain.trim() === '') return undefined;
  if (operator !== '_' && /^[∘°′″*†‡]+$/.test(plain)) return plain.replaceAll('∘', '°');
  return raise(plain) ?? (operator === '' ? plain : parenthesize(operator, plain));
}

/** `before`, then the text; in parentheses if the text is more than one word or number. */
function parenthesize(before: string, plain: string | undefined): string | undefined {
  if (plain === undefined) return undefined;
  return /^[\p{L}\p{M}\p{N}.]*$/u.test(plain) ? `${before}${plain}` : `${before}(${plain})`;
}

/** Commands that change only the look: their argument is read as if they were absent. */
const lookCommands = new Set(
  'mathrm mathit mathbf mathsf mathtt mathcal mathbb mathfrak boldsymbol bm text textit textbf textrm operatorname ensuremath left right big Big displaystyle rm it bf !'.split(
    ' ',
  ),
);

const functions = new Set(
  'log ln lg exp sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh min max sup inf lim det dim gcd Pr'.split(
    ' ',
  ),
);

const characters: ReadonlyMap<string, string> = new Map([
  ['-', '−'],
  ["'", '′'],
  ['*', '∗'],
  ['~', '\u00A0'],
]);

const accents: ReadonlyMap<string, string> = parseWordPairs(
  'hat \u0302 widehat \u0302 bar \u0304 overline \u0304 tilde \u0303 widetilde \u0303 dot \u0307 ddot \u0308 vec \u20D7',
);

const symbols: ReadonlyMap<string, string> = new Map([
  ...parseWordPairs(
    'alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν xi ξ ' +
      'pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω ' +
      'Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω ' +
      'times × pm ± mp ∓ cdot · div ÷ ast ∗ star ⋆ circ ∘ bullet • le ≤ leq ≤ leqslant ≤ ge ≥ geq ≥ geqslant ≥ ll ≪ gg ≫ lt < gt > ' +
      'ne ≠ neq ≠ approx ≈ sim ∼ simeq ≃ cong ≅ equiv ≡ propto ∝ infty ∞ partial ∂ nabla ∇ sum ∑ prod ∏ int ∫ ' +
      'to → rightarrow → leftarrow ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ uparrow ↑ downarrow ↓ mapsto ↦ ' +
      'in ∈ notin ∉ subset ⊂ subseteq ⊆ supset ⊃ cup ∪ cap ∩ emptyset ∅ forall ∀ exists ∃ neg ¬ land ∧ wedge ∧ lor ∨ vee ∨ ' +
      'oplus ⊕ otimes ⊗ perp ⊥ parallel ∥ mid | angle ∠ degree ° prime ′ dagger † ddagger ‡ ell ℓ hbar ℏ Re ℜ Im ℑ aleph ℵ ' +
      'ldots … dots … cdots ⋯ langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ vert | Vert ‖ AA Å micro µ ohm Ω % % $ $ # # & & _ _ { { } }',
  ),
  ...[',', ';', ':', '', 'quad', 'qquad'].map((space) => [space, ' '] as const),
  ['|', '‖'],
]);
