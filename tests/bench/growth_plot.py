"""A log-log plot of time by size, as SVG."""
import math
from xml.sax.saxutils import escape

WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM = 860, 480, 70, 50, 270, 60
COLORS = ["#0b6e4f", "#b3541e", "#5b4b9a", "#8a1c4a"]


def power(n):
    return f'10<tspan dy="-6" font-size="10">{n}</tspan><tspan dy="6">&#8203;</tspan>'


def plot(title, curves):
    """`curves`: name -> {size: seconds}. Whole decades on both axes; a dashed line grows as n does."""
    sizes = [s for curve in curves.values() for s in curve]
    times = [t for curve in curves.values() for t in curve.values()]
    x0, x1 = math.floor(math.log10(min(sizes))), max(math.ceil(math.log10(max(sizes))), math.floor(math.log10(min(sizes))) + 1)
    y0, y1 = math.floor(math.log10(min(times))), max(math.ceil(math.log10(max(times))), math.floor(math.log10(min(times))) + 1)

    def x(size):
        return LEFT + (math.log10(size) - x0) / (x1 - x0) * (WIDTH - LEFT - RIGHT)

    def y(seconds):
        return HEIGHT - BOTTOM - (math.log10(seconds) - y0) / (y1 - y0) * (HEIGHT - TOP - BOTTOM)

    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="13">',
           f"<title>{escape(title)}</title>", f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
           f'<text x="{LEFT}" y="28" font-size="16">{escape(title)}</text>']
    for n in range(x0, x1 + 1):
        out.append(f'<path d="M{x(10**n):.1f} {TOP}V{HEIGHT - BOTTOM}" stroke="#ddd"/>'
                   f'<text x="{x(10**n):.1f}" y="{HEIGHT - BOTTOM + 22}" text-anchor="middle">{power(n)}</text>')
    for n in range(y0, y1 + 1):
        out.append(f'<path d="M{LEFT} {y(10.0**n):.1f}H{WIDTH - RIGHT}" stroke="#ddd"/>'
                   f'<text x="{LEFT - 8}" y="{y(10.0**n) + 4:.1f}" text-anchor="end">{power(n)}<tspan> s</tspan></text>')
    out.append(f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 16}" text-anchor="middle">claims</text>')
    first = next(iter(curves.values()))
    size, seconds = min(first.items())
    reach = min(10.0 ** x1, size * 10.0 ** y1 / seconds)
    out.append(f'<path d="M{x(size):.1f} {y(seconds):.1f}L{x(reach):.1f} {y(seconds * reach / size):.1f}" '
               'stroke="#999" stroke-dasharray="3 4"/>')
    for number, (name, curve) in enumerate(curves.items()):
        color = COLORS[number % len(COLORS)]
        points = [(x(s), y(t)) for s, t in sorted(curve.items())]
        out.append(f'<polyline points="{" ".join(f"{a:.1f},{b:.1f}" for a, b in points)}" fill="none" stroke="{color}" '
                   'stroke-width="2"/>')
        out += [f'<circle cx="{a:.1f}" cy="{b:.1f}" r="3.5" fill="{color}"/>' for a, b in points]
        out.append(f'<text x="{points[-1][0] + 9:.1f}" y="{points[-1][1] + 4:.1f}" fill="{color}">{escape(name)}</text>')
    return "\n".join(out) + "\n</svg>\n"
