const pairs = (list: string): Array<[string, string]> =>
  list
    .trim()
    .split(/\s+/)
    .map((pair) => {
      const colon = pair.indexOf(':')
      return [pair.slice(0, colon), pair.slice(colon + 1)]
    })

/** Commands of TeX that put an accent on the next letter, as the combining mark that comes after it in Unicode. */
export const ACCENTS: ReadonlyMap<string, string> = new Map([
  ['`', '\u0300'],
  ["'", '\u0301'],
  ['^', '\u0302'],
  ['~', '\u0303'],
  ['=', '\u0304'],
  ['u', '\u0306'],
  ['.', '\u0307'],
  ['"', '\u0308'],
  ['r', '\u030A'],
  ['H', '\u030B'],
  ['v', '\u030C'],
  ['d', '\u0323'],
  ['c', '\u0327'],
  ['k', '\u0328'],
  ['b', '\u0331'],
  ['t', '\u0361'],
])

/** Commands that stand for a character or a word. */
export const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ...pairs(`
ss:ß SS:ẞ ae:æ AE:Æ oe:œ OE:Œ aa:å AA:Å o:ø O:Ø l:ł L:Ł i:ı j:ȷ dh:ð DH:Ð th:þ TH:Þ dj:đ DJ:Đ ng:ŋ NG:Ŋ
S:§ P:¶ dag:† ddag:‡ pounds:£ textsterling:£ euro:€ texteuro:€ textyen:¥ textcent:¢ copyright:© textcopyright:©
textregistered:® texttrademark:™ textdegree:° degree:° dots:… ldots:… textellipsis:… textendash:– textemdash:—
textquoteleft:‘ textquoteright:’ textquotedblleft:“ textquotedblright:” quotesinglbase:‚ quotedblbase:„ textquotesingle:'
textquotedbl:" guillemotleft:« guillemotright:» guilsinglleft:‹ guilsinglright:› flqq:« frqq:» textexclamdown:¡
textquestiondown:¿ textbar:| textless:< textgreater:> textunderscore:_ textasciitilde:~ textasciicircum:^
textbackslash:\\ textbraceleft:{ textbraceright:} textdollar:$ textpercent:% textampersand:& textnumero:№ slash:/
textonehalf:½ textonequarter:¼ textthreequarters:¾ textbullet:• textperiodcentered:· textordfeminine:ª textordmasculine:º
times:× div:÷ pm:± cdot:· bullet:• ast:* approx:≈ sim:~ leq:≤ le:≤ geq:≥ ge:≥ neq:≠ ne:≠ ll:≪ gg:≫ infty:∞ circ:°
rightarrow:→ to:→ leftarrow:← prime:′ partial:∂ nabla:∇ sum:∑ sqrt:√ in:∈ cup:∪ cap:∩ subset:⊂ forall:∀ exists:∃
alpha:α beta:β gamma:γ delta:δ epsilon:ε varepsilon:ε zeta:ζ eta:η theta:θ iota:ι kappa:κ lambda:λ mu:μ textmu:μ nu:ν
xi:ξ pi:π rho:ρ sigma:σ tau:τ upsilon:υ phi:φ varphi:φ chi:χ psi:ψ omega:ω Gamma:Γ Delta:Δ Theta:Θ Lambda:Λ Xi:Ξ Pi:Π
Sigma:Σ Phi:Φ Psi:Ψ Omega:Ω ell:ℓ hbar:ℏ TeX:TeX LaTeX:LaTeX BibTeX:BibTeX LaTeXe:LaTeX2e`),
  ['textasciigrave', '`'],
  ['quad', ' '],
  ['qquad', ' '],
  ['space', ' '],
  ['newline', ' '],
  ['newblock', ' '],
  ['par', ' '],
  ['textvisiblespace', ' '],
  ['nobreakspace', ' '],
  ['textnonbreakinghyphen', '-'],
])

/** Commands whose first argument is not to be read: an address behind other words, or a word that entries are sorted by. */
export const SKIPPED: ReadonlySet<string> = new Set([
  'href',
  'noopsort',
  'SortNoop',
  'sortnoop',
  'hspace',
  'label',
  'textcolor',
])

/** Commands whose argument stands as it is, whatever is in it. */
export const VERBATIM: ReadonlySet<string> = new Set(['url', 'path', 'nolinkurl', 'verb'])

/** Commands that put their argument into quotation marks. */
export const QUOTING: ReadonlySet<string> = new Set(['enquote', 'mkbibquote', 'textquote'])
