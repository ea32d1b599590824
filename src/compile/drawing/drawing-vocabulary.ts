/**
 * Elements and attributes that a drawing may hold: those of the element, attribute and property indexes of SVG 2
 * (https://www.w3.org/TR/SVG2/eltindex.html, attindex.html, propidx.html), of Filter Effects 1, CSS Masking 1 and SVG
 * Animations 2, and those that only SVG 1.1 has. Not in it are elements that run code, hold other documents or play media
 * (script, foreignObject, iframe, audio, video, canvas, handler, discard), `feImage`, and all attributes of events.
 */
export const drawingElements: ReadonlySet<string> = new Set(
  `a animate animateMotion animateTransform animateColor circle clipPath defs desc ellipse feBlend feColorMatrix
  feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood
  feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting
  feSpotLight feTile feTurbulence filter g image line linearGradient marker mask metadata mpath path pattern polygon
  polyline radialGradient rect set stop style svg switch symbol text textPath title tref tspan use view
  altGlyph altGlyphDef altGlyphItem cursor font font-face font-face-format font-face-name font-face-src glyph glyphRef hkern
  missing-glyph vkern color-profile solidcolor hatch hatchpath mesh meshgradient meshpatch meshrow
  flowRoot flowRegion flowPara flowSpan`.split(/\s+/),
);

/** Properties of CSS that are attributes too. */
export const presentationAttributes: ReadonlySet<string> = new Set(
  `alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters
  color-profile color-rendering cursor direction display dominant-baseline enable-background fill fill-opacity fill-rule
  filter flood-color flood-opacity font font-family font-feature-settings font-kerning font-size font-size-adjust font-stretch
  font-style font-variant font-variant-ligatures font-weight glyph-orientation-horizontal glyph-orientation-vertical
  image-rendering inline-size isolation kerning letter-spacing lighting-color line-height marker marker-end marker-mid
  marker-start mask mask-type mix-blend-mode opacity overflow paint-order pointer-events shape-inside shape-padding
  shape-rendering shape-subtract solid-color solid-opacity stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset
  stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-align text-anchor text-decoration
  text-decoration-color text-decoration-line text-decoration-style text-indent text-orientation text-overflow text-rendering
  text-transform transform transform-box transform-origin unicode-bidi vector-effect visibility white-space word-spacing
  writing-mode`.split(/\s+/),
);

/** Other attributes. `aria-*` and `data-*` are allowed too. */
export const plainAttributes: ReadonlySet<string> = new Set(
  `accent-height accumulate additive alphabetic amplitude arabic-form ascent attributeName attributeType azimuth
  baseFrequency baseProfile bbox begin bias by calcMode cap-height class clipPathUnits contentScriptType contentStyleType cx cy
  d descent diffuseConstant divisor download dur dx dy edgeMode elevation end exponent externalResourcesRequired
  filterRes filterUnits focusable format fr from fx fy g1 g2 glyph-name glyphRef gradientTransform gradientUnits hanging height
  horiz-adv-x horiz-origin-x horiz-origin-y href hreflang id ideographic in in2 intercept k k1 k2 k3 k4 kernelMatrix
  kernelUnitLength keyPoints keySplines keyTimes lang lengthAdjust limitingConeAngle local markerHeight markerUnits
  markerWidth maskContentUnits maskUnits mathematical max media method min mode name numOctaves offset operator order orient
  orientation origin overline-position overline-thickness panose-1 path pathLength patternContentUnits patternTransform
  patternUnits points pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits r radius refX refY rel
  rendering-intent repeatCount repeatDur requiredExtensions requiredFeatures restart result role rotate rx ry scale seed side
  slope spacing specularConstant specularExponent spreadMethod startOffset stdDeviation stemh stemv stitchTiles
  strikethrough-position strikethrough-thickness string style surfaceScale systemLanguage tabindex tableValues target
  targetX targetY textLength to type u1 u2 underline-position underline-thickness unicode unicode-range units-per-em
  v-alphabetic v-hanging v-ideographic v-mathematical values version vert-adv-y vert-origin-x vert-origin-y viewBox viewTarget
  width widths x x-height x1 x2 xChannelSelector y y1 y2 yChannelSelector z zoomAndPan`.split(/\s+/),
);

/** Attributes with a prefix: of XLink without those that only its links in other documents use, and of XML without `base`. */
export const prefixedAttributes: ReadonlySet<string> = new Set([
  ...['href', 'title', 'type', 'role', 'arcrole', 'show', 'actuate'].map(
    (name) => `http://www.w3.org/1999/xlink ${name}`,
  ),
  ...['space', 'lang', 'id'].map((name) => `http://www.w3.org/XML/1998/namespace ${name}`),
]);

/**
 * Namespaces in which drawing programs keep data of their own, and those of descriptions (RDF, Dublin Core, Creative
 * Commons). No browser knows them: their elements and attributes show and do nothing.
 */
export const inertNamespaces =
  /^(?:https?:\/\/www\.inkscape\.org\/|http:\/\/inkscape\.sourceforge\.net\/|http:\/\/sodipodi\.sourceforge\.net\/|http:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#|http:\/\/www\.w3\.org\/2000\/01\/rdf-schema#|http:\/\/purl\.org\/dc\/|https?:\/\/creativecommons\.org\/ns#|http:\/\/web\.resource\.org\/cc\/|http:\/\/ns\.adobe\.com\/|http:\/\/www\.serif\.com\/|http:\/\/www\.bohemiancoding\.com\/sketch\/|https?:\/\/www\.figma\.com\/|https?:\/\/svgjs\.(?:com|dev)\/|https?:\/\/vectornator\.io|http:\/\/krita\.org\/|https?:\/\/boxy-svg\.com|http:\/\/www\.corel\.com\/|http:\/\/schemas\.microsoft\.com\/visio\/|http:\/\/openoffice\.org\/|http:\/\/xmlns\.openoffice\.org\/|http:\/\/xml\.openoffice\.org\/|http:\/\/www\.openswatchbook\.org\/)/;

/**
 * Functions of CSS and pseudo-classes with brackets. `url()` is judged by what it names. Not in it are those that load
 * something: `src`, `image`, `image-set`, `cross-fade`, `element`, `paint`, `expression`.
 */
export const styleFunctions: ReadonlySet<string> = new Set(
  `url rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix device-cmyk icc-color var calc min max clamp
  matrix matrix3d translate translate3d translatex translatey translatez scale scale3d scalex scaley scalez rotate rotate3d
  rotatex rotatey rotatez skew skewx skewy perspective cubic-bezier steps linear linear-gradient radial-gradient
  blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia
  circle ellipse inset polygon path rect local format not is where has nth-child nth-last-child nth-of-type
  nth-last-of-type lang first-child`.split(/\s+/),
);
