"use strict";
for (const chart of document.querySelectorAll(".chart")) {
  const plot = chart.querySelector(".plot");
  const cursor = plot.querySelector(".cursor");
  const name = cursor.querySelector("b");
  const outputs = [...chart.querySelectorAll("output")];
  const last = outputs.map(output => output.textContent);
  const [left, right, low, high] = plot.dataset.limits.split(" ").map(Number);
  const lines = outputs.map((_, index) =>
    [...plot.querySelectorAll("polyline.mean.c" + index)].flatMap(line =>
      line.getAttribute("points").split(" ").map(point => point.split(",").map(Number))));
  const nearest = (points, x) =>
    points.reduce((best, point) => Math.abs(best[0] - x) > Math.abs(point[0] - x) ? point : best);
  const format = value => Math.abs(value) >= 1000 ? value.toPrecision(4) : String(Number(value.toPrecision(3)));
  plot.addEventListener("pointermove", event => {
    const box = plot.getBoundingClientRect();
    const part = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
    cursor.style.display = "block";
    cursor.style.left = 100 * part + "%";
    name.textContent = Math.round(left + part * (right - left)).toLocaleString("en");
    lines.forEach((points, index) => {
      if (points.length > 0)
        outputs[index].textContent = format(high - nearest(points, 1000 * part)[1] / 300 * (high - low));
    });
  });
  plot.addEventListener("pointerleave", () => {
    cursor.style.display = "none";
    outputs.forEach((output, index) => { output.textContent = last[index]; });
  });
}
for (const viewer of document.querySelectorAll(".viewer")) {
  const film = viewer.nextElementSibling;
  const figures = [...film.querySelectorAll("figure")];
  const slider = viewer.querySelector("input");
  const show = () => {
    const chosen = figures[slider.valueAsNumber];
    viewer.querySelector("img").src = chosen.querySelector("img").src;
    viewer.querySelector("figcaption").textContent = chosen.querySelector("figcaption").textContent;
    figures.forEach(figure => figure.classList.toggle("chosen", figure === chosen));
  };
  figures.forEach((figure, index) => figure.addEventListener("click", () => { slider.value = index; show(); }));
  slider.addEventListener("input", show);
  film.classList.add("scripted");
  viewer.style.display = "block";
  show();
}
