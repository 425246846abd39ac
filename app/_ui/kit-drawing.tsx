/** The open case with what is in it. Colours come from classes, so it follows light, dark and print. */
export function KitDrawing({ label }: { readonly label: string }) {
  return (
    <svg className="bk-drawing" viewBox="0 0 480 360" width="480" height="360" role="img" aria-label={label}>
      <ellipse className="bk-drawing__shadow" cx="240" cy="336" rx="214" ry="12" />
      {/* lid */}
      <rect className="bk-drawing__shell" x="52" y="28" width="376" height="196" rx="18" />
      <rect className="bk-drawing__lining" x="68" y="44" width="344" height="180" rx="8" />
      <path className="bk-drawing__seam" d="M68 78h344" />
      <rect className="bk-drawing__pocket" x="84" y="96" width="66" height="50" rx="5" />
      <path className="bk-drawing__fine" d="M94 112h46M94 124h32" />
      {/* router with signal */}
      <rect className="bk-drawing__device" x="338" y="162" width="58" height="36" rx="6" />
      <circle className="bk-drawing__dot" cx="352" cy="180" r="3" />
      <circle className="bk-drawing__dot" cx="364" cy="180" r="3" />
      <path className="bk-drawing__line" d="M384 162v-30M367 198v22" />
      <path className="bk-drawing__signal" d="M372 120a17 17 0 0 1 24 0M364 109a29 29 0 0 1 40 0" />
      {/* laptop */}
      <rect className="bk-drawing__screen" x="164" y="92" width="156" height="104" rx="8" />
      <rect className="bk-drawing__glass" x="174" y="102" width="136" height="84" rx="3" />
      <circle className="bk-drawing__face" cx="206" cy="134" r="12" />
      <path className="bk-drawing__face" d="M184 172c0-15 9-23 22-23s22 8 22 23z" />
      <path className="bk-drawing__fine" d="M244 126h52M244 141h52M244 156h34" />
      <path className="bk-drawing__check" d="M284 166l8 8 15-17" />
      {/* camera on its stand */}
      <rect className="bk-drawing__device" x="92" y="164" width="54" height="36" rx="6" />
      <rect className="bk-drawing__device" x="106" y="156" width="20" height="10" rx="3" />
      <circle className="bk-drawing__lens" cx="119" cy="182" r="11" />
      <circle className="bk-drawing__dot" cx="119" cy="182" r="4" />
      <path className="bk-drawing__line" d="M119 200v20" />
      {/* base */}
      <path className="bk-drawing__hinge" d="M52 220h376" />
      <rect className="bk-drawing__shell" x="40" y="220" width="400" height="108" rx="18" />
      <path className="bk-drawing__edge" d="M58 240h364" />
      <rect className="bk-drawing__latch" x="136" y="232" width="30" height="24" rx="4" />
      <rect className="bk-drawing__latch" x="314" y="232" width="30" height="24" rx="4" />
      <path className="bk-drawing__handle" d="M196 272v12a10 10 0 0 0 10 10h68a10 10 0 0 0 10-10v-12" />
      {/* fingerprint scanner */}
      <rect className="bk-drawing__card" x="46" y="276" width="96" height="54" rx="9" />
      <rect className="bk-drawing__photo" x="66" y="284" width="56" height="38" rx="6" />
      <path className="bk-drawing__text" d="M84 316c-3-5-3-9-3-13a13 13 0 0 1 26 0c0 5-1 9-2 12M91 317c-2-5-3-9-3-14a6 6 0 0 1 12 0c0 6-1 10-2 13M94 303c0 6 0 10 1 14" />
      {/* the card */}
      <g transform="translate(16 6) rotate(-8 376 286)">
        <rect className="bk-drawing__card" x="312" y="250" width="128" height="80" rx="8" />
        <rect className="bk-drawing__photo" x="324" y="272" width="32" height="42" rx="3" />
        <circle className="bk-drawing__head" cx="340" cy="287" r="7" />
        <path className="bk-drawing__head" d="M327 310c0-9 6-14 13-14s13 5 13 14z" />
        <path className="bk-drawing__text" d="M324 262h60M368 280h58M368 294h58M368 308h36" />
      </g>
    </svg>
  );
}
