/*
 * LaTeX commands for characters outside ASCII, for the reader, and for the script that decides in which form each sign is
 * written (tests/tools/signs, whose result is sign-forms.json). Text commands need a LaTeX kernel of 2020 or later, which
 * includes textcomp. A comment names what needs more than the kernel and amssymb.
 */

/**
 * Characters with a meaning in LaTeX or BibTeX. Braces have named commands, because BibTeX counts them even after a
 * backslash. The last three print as other characters in the OT1 encoding.
 */
export const specialCharacters: readonly LatexPair[] = pairs(String.raw`
  # \#  $ \$  % \%  & \&  _ \_  { {\textbraceleft}  } {\textbraceright}  \ {\textbackslash}
  ~ {\textasciitilde}  ^ {\textasciicircum}  < {\textless}  > {\textgreater}  | {\textbar}
`);

/** Letters and symbols in text. The Vietnamese letters with a horn need the encoding T5. */
export const textSymbols: readonly LatexPair[] = [
  ...pairs(String.raw`
  ß {\ss}  ẞ {\SS}  æ {\ae}  Æ {\AE}  œ {\oe}  Œ {\OE}  ø {\o}  Ø {\O}  ł {\l}  Ł {\L}  đ {\dj}
  Đ {\DJ}  ð {\dh}  Ð {\DH}  þ {\th}  Þ {\TH}  ŋ {\ng}  Ŋ {\NG}  ı {\i}  ȷ {\j}  ĳ {\ij}  Ĳ {\IJ}  ơ {\ohorn}
  Ơ {\OHORN}  ư {\uhorn}  Ư {\UHORN}  ﬀ ff  ﬁ fi  ﬂ fl  ﬃ ffi  ﬄ ffl  ‐ -  ‑ -  ‒ --  – --  — ---  ― ---
  ‘ {\textquoteleft}  ’ {\textquoteright}  ‚ {\quotesinglbase}  “ {\textquotedblleft}  ” {\textquotedblright}
  „ {\quotedblbase}  « {\guillemotleft}  » {\guillemotright}  ‹ {\guilsinglleft}  › {\guilsinglright}
  ¡ {\textexclamdown}  ¿ {\textquestiondown}  … {\textellipsis}  • {\textbullet}  · {\textperiodcentered}
  † {\textdagger}  ‡ {\textdaggerdbl}  § {\textsection}  ¶ {\textparagraph}  © {\textcopyright}
  ® {\textregistered}  ™ {\texttrademark}  ℠ {\textservicemark}  ℗ {\textcircledP}  № {\textnumero}
  ℃ {\textcelsius}  ª {\textordfeminine}  º {\textordmasculine}  ° {\textdegree}  ‰ {\textperthousand}
  ‱ {\textpertenthousand}  € {\texteuro}  £ {\textsterling}  ¥ {\textyen}  ¢ {\textcent}  ¤ {\textcurrency}
  ₤ {\textlira}  ₦ {\textnaira}  ₩ {\textwon}  ₫ {\textdong}  ₱ {\textpeso}  ƒ {\textflorin}  ¦ {\textbrokenbar}
  ‖ {\textbardbl}  ½ {\textonehalf}  ¼ {\textonequarter}  ¾ {\textthreequarters}  ⁄ {\textfractionsolidus}
  ¬ {\textlnot}  ± {\textpm}  × {\texttimes}  ÷ {\textdiv}  µ {\textmu}  ℧ {\textmho}  ℮ {\textestimated}
  ※ {\textreferencemark}  ℞ {\textrecipe}  ¨ {\textasciidieresis}  ¯ {\textasciimacron}  ´ {\textasciiacute}
  ˘ {\textasciibreve}  ˇ {\textasciicaron}  ˝ {\textacutedbl}  ← {\textleftarrow}  → {\textrightarrow}
  ↑ {\textuparrow}  ↓ {\textdownarrow}  ♪ {\textmusicalnote}  ◦ {\textopenbullet}  ␣ {\textvisiblespace}
`),
  ['\u00a0', '~'],
  ['\u2002', '{\\enspace}'],
  ['\u2003', '{\\quad}'],
  ['\u2009', '{\\,}'],
  ['\u202f', '{\\,}'],
  ['\u00ad', '{\\-}'],
  ['\u200b', '{\\hspace{0pt}}'],
];

/** Mathematical symbols, with the command between dollar signs. `\leqslant` and others are in amssymb. */
export const mathSymbols: readonly LatexPair[] = pairs(String.raw`
  − -  ∓ \mp  ∗ \ast  ∘ \circ  ⋅ \cdot  ∙ \bullet  ⋆ \star  ≤ \leq  ≥ \geq  ⩽ \leqslant  ⩾ \geqslant  ≦ \leqq
  ≧ \geqq  ≪ \ll  ≫ \gg  ≲ \lesssim  ≳ \gtrsim  ≺ \prec  ≻ \succ  ≠ \neq  ≡ \equiv  ≈ \approx  ∼ \sim  ≃ \simeq
  ≅ \cong  ≐ \doteq  ∝ \propto  ∞ \infty  √ \surd  ∑ \sum  ∏ \prod  ∐ \coprod  ∫ \int  ∮ \oint  ∂ \partial
  ∇ \nabla  ∆ \Delta  ∀ \forall  ∃ \exists  ∄ \nexists  ∅ \emptyset  ∈ \in  ∉ \notin  ∋ \ni  ∧ \wedge  ∨ \vee
  ∩ \cap  ∪ \cup  ⊂ \subset  ⊃ \supset  ⊆ \subseteq  ⊇ \supseteq  ⊄ \not\subset  ⊕ \oplus  ⊖ \ominus  ⊗ \otimes
  ⊙ \odot  ⊥ \perp  ⊤ \top  ⊢ \vdash  ⊨ \models  ∥ \parallel  ∣ \mid  ∠ \angle  ∴ \therefore  ∵ \because
  ∖ \setminus  ⟨ \langle  ⟩ \rangle  ⌈ \lceil  ⌉ \rceil  ⌊ \lfloor  ⌋ \rfloor  ↔ \leftrightarrow  ⇐ \Leftarrow
  ⇒ \Rightarrow  ⇔ \Leftrightarrow  ↦ \mapsto  ↗ \nearrow  ↘ \searrow  ⇌ \rightleftharpoons  ⟶ \longrightarrow
  ⟵ \longleftarrow  ′ '  ″ ''  ‴ '''  ℓ \ell  ℏ \hbar  ℵ \aleph  ℜ \Re  ℑ \Im  ℘ \wp  ℝ \mathbb{R}  ℕ \mathbb{N}
  ℤ \mathbb{Z}  ℚ \mathbb{Q}  ℂ \mathbb{C}  ℙ \mathbb{P}  △ \triangle  □ \square  ◇ \diamond  ★ \bigstar
  ✓ \checkmark  ♭ \flat  ♮ \natural  ♯ \sharp
`);

/** Greek letters with a command. The others look like Latin letters, have no command, and stay as they are. */
export const greekLetters: readonly LatexPair[] = pairs(String.raw`
  α \alpha  β \beta  γ \gamma  δ \delta  ε \varepsilon  ζ \zeta  η \eta  θ \theta  ι \iota  κ \kappa  λ \lambda
  μ \mu  ν \nu  ξ \xi  π \pi  ρ \rho  ς \varsigma  σ \sigma  τ \tau  υ \upsilon  φ \varphi  χ \chi  ψ \psi
  ω \omega  Γ \Gamma  Δ \Delta  Θ \Theta  Λ \Lambda  Ξ \Xi  Π \Pi  Σ \Sigma  Υ \Upsilon  Φ \Phi  Ψ \Psi  Ω \Omega
  ϑ \vartheta  ϕ \phi  ϖ \varpi  ϱ \varrho  ϵ \epsilon
`);

/** Combining marks → the command that adds them to a letter. `\h` needs the encoding T5. */
export const accentCommands: ReadonlyMap<string, string> = new Map([
  ['\u0300', '`'],
  ['\u0301', "'"],
  ['\u0302', '^'],
  ['\u0303', '~'],
  ['\u0304', '='],
  ['\u0306', 'u'],
  ['\u0307', '.'],
  ['\u0308', '"'],
  ['\u0309', 'h'],
  ['\u030a', 'r'],
  ['\u030b', 'H'],
  ['\u030c', 'v'],
  ['\u0323', 'd'],
  ['\u0326', 'textcommabelow'],
  ['\u0327', 'c'],
  ['\u0328', 'k'],
  ['\u0331', 'b'],
]);

/** Superscript or subscript characters → the plain character. A run of them becomes one `\textsuperscript{…}`. */
export const raisedCharacters: ReadonlyMap<string, string> = mapCharacters('⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁱⁿ', '0123456789+-=()in');
export const loweredCharacters: ReadonlyMap<string, string> = mapCharacters(
  '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ',
  '0123456789+-=()aehijklmnoprstuvx',
);

function mapCharacters(from: string, to: string): ReadonlyMap<string, string> {
  return new Map([...from].map((character, position) => [character, [...to][position] ?? character]));
}

/** Parses `character command  character command …`. */
function pairs(table: string): readonly LatexPair[] {
  const words = table.trim().split(/\s+/);
  return words.flatMap((character, position): LatexPair[] =>
    position % 2 === 0 ? [[character, words[position + 1] ?? character]] : [],
  );
}

export type LatexPair = readonly [evidence: string, latex: string];
