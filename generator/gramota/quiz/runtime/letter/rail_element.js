/** <gramota-rail>: a line with a part for each section of the letter, full as far as the reader has come. */
class RailElement extends Block {
  begin() {
    this.parts = [...this.children];
    this.frame = 0;
    const later = () => { this.frame ||= requestAnimationFrame(() => this.show()); };
    ["scroll", "resize"].forEach((name) => this.on(window, name, later, { passive: true }));
    later();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    cancelAnimationFrame(this.frame);
  }

  /** People read about the middle of the window; a section that they have passed stays marked. */
  show() {
    this.frame = 0;
    const tops = [...this.parts.map((part) => part.dataset.to), this.dataset.end].map(topOf);
    this.parts.forEach((part, place) => {
      const share = (window.innerHeight / 2 - tops[place]) / (tops[place + 1] - tops[place]);
      part.style.setProperty("--g-share", Math.min(1, Math.max(0, share || 0)).toFixed(3));
      if (share >= 1) part.dataset.passed = "";
    });
  }
}

function topOf(id) {
  return document.getElementById(id)?.getBoundingClientRect().top;
}
