"""Compares the training step with PyTorch's own eager mode, network by network.

    python3 src/test/python/bench_training.py [--rounds N] [--steps N] [--threads 1 2] [--newest] [--json]

Runs `./convas bench training` and the same five networks in this Python's PyTorch in turn (A B A B ...), each in a process
of its own, and prints for each network and number of threads the medians over the rounds, and the median of the rounds'
ratios: how many times as many images a second, and how many times less processor time of the whole process a step takes.
With `--newest` the counterpart is the PyTorch that `src/test/newest/pom.xml` names, by its C++ interface, fetched by Maven.
Both learn with AdamW from batches of 64 made-up images of 3 x 32 x 32. The numbers of parameters are compared first.
"""

import argparse
import json
import pathlib
import re
import statistics
import subprocess
import sys
import time

NETWORKS = ["small-cnn", "small-ghost", "small-shuffle", "small-cbam", "small-mobile"]
BATCH = 64
WARM_UP = 20
HERE = pathlib.Path(__file__).resolve()


def networks():
    import torch
    from torch import nn

    from modules import CBAM, GhostModule

    def relu():
        return nn.ReLU(inplace=True)

    def relu6():
        return nn.ReLU6(inplace=True)

    def conv(into, out, kernel=1, stride=1, groups=1):
        return nn.Conv2d(into, out, kernel, stride, kernel // 2, groups=groups, bias=False)

    def cba(into, out, act=relu):
        return [conv(into, out, 3), nn.BatchNorm2d(out), act()]

    def head(channels):
        return [nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(channels, 10)]

    class GhostBottleneck(nn.Module):
        def __init__(self, into, out, hidden, stride):
            super().__init__()
            depthwise = [conv(hidden, hidden, 3, stride, hidden), nn.BatchNorm2d(hidden)] if stride != 1 else []
            self.body = nn.Sequential(
                GhostModule(into, hidden, activation=relu), *depthwise,
                GhostModule(hidden, out, activation=None))
            self.shortcut = nn.Identity() if stride == 1 and into == out else nn.Sequential(
                conv(into, into, 3, stride, into), nn.BatchNorm2d(into), conv(into, out), nn.BatchNorm2d(out))

        def forward(self, x):
            return self.body(x) + self.shortcut(x)

    class ShuffleUnit(nn.Module):
        def __init__(self, into, out, stride, first):
            super().__init__()
            middle, last = out // 4, out - into if stride == 2 else out
            self.stride = stride
            self.before = nn.Sequential(conv(into, middle, groups=1 if first else 3), nn.BatchNorm2d(middle), relu())
            self.after = nn.Sequential(
                conv(middle, middle, 3, stride, middle), nn.BatchNorm2d(middle),
                conv(middle, last, groups=3), nn.BatchNorm2d(last))
            self.pool = nn.AvgPool2d(3, 2, 1)
            self.relu = relu()

        def forward(self, x):
            y = self.before(x)
            n, c, h, w = y.shape
            y = self.after(y.view(n, 3, c // 3, h, w).transpose(1, 2).reshape(n, c, h, w))
            return self.relu(torch.cat([self.pool(x), y], 1) if self.stride == 2 else x + y)

    class InvertedResidual(nn.Module):
        def __init__(self, into, out, expand, stride):
            super().__init__()
            hidden = into * expand
            widen = [conv(into, hidden), nn.BatchNorm2d(hidden), relu6()] if expand != 1 else []
            self.residual = stride == 1 and into == out
            self.body = nn.Sequential(
                *widen, conv(hidden, hidden, 3, stride, hidden), nn.BatchNorm2d(hidden), relu6(),
                conv(hidden, out), nn.BatchNorm2d(out))

        def forward(self, x):
            return x + self.body(x) if self.residual else self.body(x)

    def plain(attention):
        layers, into = [], 3
        for stage, out in enumerate([32, 64, 128]):
            layers += ([nn.MaxPool2d(2)] if stage else []) + cba(into, out) + cba(out, out)
            layers += [CBAM(out)] if attention else []
            into = out
        return nn.Sequential(*layers, *head(128))

    def stacked(stem, units, act=relu):
        layers, into = cba(3, stem, act), stem
        for unit, out, *setting in units:
            layers.append(unit(into, out, *setting))
            into = out
        return nn.Sequential(*layers, *head(into))

    return {
        "small-cnn": lambda: plain(False),
        "small-ghost": lambda: stacked(16, [(GhostBottleneck, *setting) for setting in [
            (24, 48, 1), (40, 72, 2), (40, 120, 1), (80, 240, 2), (80, 200, 1)]]),
        "small-shuffle": lambda: stacked(24, [(ShuffleUnit, *setting) for setting in [
            (120, 2, True), (120, 1, False), (120, 1, False), (240, 2, False), (240, 1, False), (240, 1, False)]]),
        "small-cbam": lambda: plain(True),
        "small-mobile": lambda: stacked(32, [(InvertedResidual, *setting) for setting in [
            (16, 1, 1), (24, 6, 2), (24, 6, 1), (32, 6, 2), (32, 6, 1), (64, 6, 1)]], relu6),
    }


def worker(threads, steps):
    """What `convas bench training --json` prints, of this Python's PyTorch."""
    import torch

    torch.set_num_threads(threads)
    result = {"torch": torch.__version__}
    for name, make in networks().items():
        torch.manual_seed(1)
        net = make().train()
        optimizer = torch.optim.AdamW(net.parameters(), lr=0.001)
        criterion = torch.nn.CrossEntropyLoss()
        batches = [(torch.rand(BATCH, 3, 32, 32), torch.randint(0, 10, (BATCH,))) for _ in range(8)]
        wall, cpu = [], []
        for step in range(WARM_UP + steps):
            images, labels = batches[step % 8]
            start, start_cpu = time.perf_counter(), time.process_time()
            optimizer.zero_grad(set_to_none=True)
            loss = criterion(net(images), labels)
            loss.backward()
            optimizer.step()
            loss.item()
            wall.append(1000 * (time.perf_counter() - start))
            cpu.append(1000 * (time.process_time() - start_cpu))
        result[name + "_params"] = sum(p.numel() for p in net.parameters())
        result[name + "_images_per_second"] = 1000 * BATCH / statistics.median(wall[WARM_UP:])
        result[name + "_cpu_ms"] = statistics.mean(cpu[WARM_UP:])
    return result


def newest():
    """The command that measures the newest PyTorch, without the numbers of threads and steps."""
    folder = HERE.parents[1] / "newest"
    pom, classpath = folder / "pom.xml", HERE.parents[3] / "target" / "newest-classpath.txt"
    subprocess.run(["mvn", "-q", "-B", "-f", pom, "dependency:build-classpath", f"-Dmdep.outputFile={classpath}"], check=True)
    version = re.search("<pytorch.version>(.*?)-", pom.read_text()).group(1)
    return ["java", "-cp", classpath.read_text().strip(), folder / "EagerTraining.java", version]


def result_of(command):
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--steps", type=int, default=30)
    parser.add_argument("--threads", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--newest", action="store_true", help="compare with the newest PyTorch instead of this Python's")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.worker:
        print(json.dumps(worker(options.threads[0], options.steps)))
        return
    counterpart = newest() if options.newest else None
    rows = []
    for threads in options.threads:
        sizes = ["--threads", str(threads), "--steps", str(options.steps)]
        pairs = []
        for _ in range(options.rounds):
            ours = result_of([HERE.parents[3] / "convas", "bench", "training", "--json", *sizes])
            theirs = result_of(
                counterpart + [str(threads), str(options.steps)] if options.newest
                else [sys.executable, HERE, "--worker", *sizes])
            pairs.append((ours, theirs))
        for name in NETWORKS:
            mine, other = ([{fact[len(name) + 1:]: value for fact, value in run.items() if fact.startswith(name)}
                            for run in side] for side in zip(*pairs))
            if mine[0]["params"] != other[0]["params"]:
                sys.exit(f"{name}: {mine[0]['params']} parameters here, {other[0]['params']} in PyTorch")
            middle = lambda values: round(statistics.median(values), 3)
            rows.append({
                "network": name,
                "threads": threads,
                "convas_images_per_second": middle(m["images_per_second"] for m in mine),
                "pytorch_images_per_second": middle(o["images_per_second"] for o in other),
                "ratio": middle(m["images_per_second"] / o["images_per_second"] for m, o in zip(mine, other)),
                "convas_cpu_ms": middle(m["cpu_ms"] for m in mine),
                "pytorch_cpu_ms": middle(o["cpu_ms"] for o in other),
                "cpu_ratio": middle(o["cpu_ms"] / m["cpu_ms"] for m, o in zip(mine, other)),
            })
    torch = pairs[0][1]["torch"]
    if options.json:
        print(json.dumps({"torch": torch, "rounds": options.rounds, "steps": options.steps, "rows": rows}, indent=1))
        return
    print(f"PyTorch {torch}, {options.rounds} rounds of {options.steps} steps")
    print(f"{'network':14} threads   Convas  PyTorch  ratio   CPU ms  PyTorch  ratio")
    for r in rows:
        print(f"{r['network']:14} {r['threads']:7} {r['convas_images_per_second']:8.0f} "
              f"{r['pytorch_images_per_second']:8.0f} {r['ratio']:6.2f} {r['convas_cpu_ms']:8.1f} "
              f"{r['pytorch_cpu_ms']:8.1f} {r['cpu_ratio']:6.2f}")


if __name__ == "__main__":
    main()
