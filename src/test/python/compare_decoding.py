"""Compares the pixels that Convas makes of odd images with those of Pillow. Run it in a checkout that is built with its tests:

    python3 src/test/python/compare_decoding.py [--keep FOLDER]

Pillow's are Image.open, ImageOps.exif_transpose, RGB over white, crop, resize(BILINEAR). Every image is decoded at its own size, cut to 64 x 64
and stretched to 40 wide and 24 high. An edge is where Pillow's neighbouring pixels differ by more than 24. Ends with 1 where a mean
difference is 1.5 of 255 or more, where a value off an edge differs by more than 12, or where one reads what the other refuses.

Left out on purpose, because Pillow itself changes the tones there: grey of 16 bits, of which Pillow's conversion cuts off everything above 255, is
compared with its upper eight bits.
"""

import argparse
import io
import os
import pathlib
import subprocess
import sys
import tempfile
import zlib

import numpy
import PIL
from PIL import Image, ImageDraw, ImageOps

RANDOM = numpy.random.default_rng(7)
MEAN, MOST, EDGE = 1.5, 12, 24


def scene(width=150, height=110):
    """A smooth ground with shapes on it and a little noise, as photographs have them."""
    y, x = numpy.mgrid[0:height, 0:width]
    ground = numpy.stack([x * 255 / width, y * 255 / height, 128 + 100 * numpy.sin((x + y) / 23)], 2)
    image = Image.fromarray(numpy.clip(ground + RANDOM.normal(0, 4, ground.shape), 0, 255).astype("uint8"))
    draw = ImageDraw.Draw(image)
    draw.ellipse((12, 10, 72, 64), fill=(250, 210, 30))
    draw.rectangle((90, 30, 140, 100), fill=(20, 60, 150))
    draw.line((0, height, width, 0), fill=(0, 0, 0), width=5)
    return image


def alpha(image):
    mask = Image.linear_gradient("L").resize(image.size)
    ImageDraw.Draw(mask).ellipse((image.width // 5, image.height // 5, image.width * 3 // 5, image.height * 4 // 5), fill=0)
    with_alpha = image.copy()
    with_alpha.putalpha(mask)
    return with_alpha


def saved(image, form, **options):
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def exif(orientation):
    data = Image.Exif()
    data[0x112] = orientation
    return data


def png(width, height, depth, kind, lines, *chunks, interlace=0):
    """A PNG file of packed lines, for what Pillow does not write."""
    def chunk(name, data):
        return len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")
    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes([depth, kind, 0, 0, interlace])
    body = b"".join(b"\0" + line for line in lines)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + b"".join(chunk(*c) for c in chunks)
            + chunk(b"IDAT", zlib.compress(body)) + chunk(b"IEND", b""))


def adam7(image):
    pixels = numpy.asarray(image)
    lines = []
    for x, y, right, down in ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)):
        lines += [line.tobytes() for line in pixels[y::down, x::right]]
    return png(*image.size, 8, 2, lines, interlace=1)


def gif_part(image, transparent, interlace=False, corner=(.3, .3)):
    """A GIF file whose picture covers a part of its screen."""
    part = image.resize((image.width * 2 // 5, image.height * 2 // 5)).convert("P", palette=Image.Palette.ADAPTIVE, colors=200)
    whole = bytearray(saved(part, "GIF", interlace=interlace, **({"transparency": 5} if transparent else {})))
    at = 13 + (3 * (2 << (whole[10] & 7)) if whole[10] & 128 else 0)
    whole[6:10] = image.width.to_bytes(2, "little") + image.height.to_bytes(2, "little")
    while whole[at] != 0x2c:
        at += 2
        while whole[at]:
            at += whole[at] + 1
        at += 1
    left, top = int(corner[0] * image.width), int(corner[1] * image.height)
    whole[at + 1:at + 5] = left.to_bytes(2, "little") + top.to_bytes(2, "little")
    return bytes(whole)


def bmp_alpha(image):
    """32 bits with a mask for opacity, header version 4."""
    pixels = numpy.asarray(image.convert("RGBA"))[::-1, :, [2, 1, 0, 3]].tobytes()
    masks = b"".join(m.to_bytes(4, "little") for m in (0xff0000, 0xff00, 0xff, 0xff000000))
    info = (108).to_bytes(4, "little") + image.width.to_bytes(4, "little") + image.height.to_bytes(4, "little")
    info += (1).to_bytes(2, "little") + (32).to_bytes(2, "little") + (3).to_bytes(4, "little") + len(pixels).to_bytes(4, "little")
    info += bytes(16) + masks + b"BGRs" + bytes(36 + 12)
    return b"BM" + (14 + 108 + len(pixels)).to_bytes(4, "little") + bytes(4) + (14 + 108).to_bytes(4, "little") + info + pixels


def bmp_runs(image):
    """Eight bits a pixel, packed as runs."""
    grey = numpy.asarray(image.convert("L")) // 16 * 16
    packed = bytearray()
    for line in grey[::-1]:
        at = 0
        while at < len(line):
            run = 1
            while at + run < len(line) and run < 255 and line[at + run] == line[at]:
                run += 1
            packed += bytes([run, line[at]])
            at += run
        packed += b"\0\0"
    packed += b"\0\1"
    palette = b"".join(bytes([i, i, i, 0]) for i in range(256))
    info = (40).to_bytes(4, "little") + image.width.to_bytes(4, "little") + image.height.to_bytes(4, "little")
    info += (1).to_bytes(2, "little") + (8).to_bytes(2, "little") + (1).to_bytes(4, "little") + len(packed).to_bytes(4, "little") + bytes(16)
    return b"BM" + (54 + 1024 + len(packed)).to_bytes(4, "little") + bytes(4) + (54 + 1024).to_bytes(4, "little") + info + palette + packed


def without_markers(data, drop):
    """A JPEG file without some of the parts before its pixels."""
    out, at = bytearray(data[:2]), 2
    while data[at + 1] != 0xda:
        length = int.from_bytes(data[at + 2:at + 4], "big")
        if data[at + 1] not in drop:
            out += data[at:at + 2 + length]
        at += 2 + length
    return bytes(out) + data[at:]


def corpus(image):
    width, height = image.size
    grey = image.convert("L")
    with_alpha = alpha(image)
    palette = image.convert("P", palette=Image.Palette.ADAPTIVE)
    cmyk = image.convert("CMYK")
    yield "grey.png", saved(grey, "PNG")
    yield "rgb.png", saved(image, "PNG")
    yield "grey-alpha.png", saved(Image.merge("LA", (grey, with_alpha.getchannel(3))), "PNG")
    yield "grey-alpha-opaque.png", saved(Image.merge("LA", (grey, Image.new("L", grey.size, 255))), "PNG")
    yield "rgba.png", saved(with_alpha, "PNG")
    yield "palette.png", saved(palette, "PNG")
    yield "palette-16.png", saved(image.convert("P", palette=Image.Palette.ADAPTIVE, colors=16), "PNG", bits=4)
    yield "palette-4.png", saved(image.convert("P", palette=Image.Palette.ADAPTIVE, colors=4), "PNG", bits=2)
    yield "palette-clear.png", saved(palette, "PNG", transparency=bytes(range(0, 256, 2)))
    yield "palette-one-clear.png", saved(palette, "PNG", transparency=3)
    yield "grey-clear.png", saved(grey, "PNG", transparency=int(numpy.asarray(grey)[height // 3, width * 2 // 3]))
    yield "rgb-clear.png", saved(image, "PNG", transparency=(20, 60, 150))
    yield "one-bit.png", saved(image.convert("1"), "PNG")
    yield "two-bits.png", png(width, height, 2, 0, [
        bytes(numpy.packbits(((line[:, None] >> [7, 6]) & 1).reshape(-1).astype("uint8"))) for line in numpy.asarray(grey)])
    wide = numpy.asarray(grey).astype(">u2") * 257 - 100 * (numpy.asarray(grey) > 0).astype(">u2")
    yield "grey-16.png", png(width, height, 16, 0, [line.astype(">u2").tobytes() for line in wide])
    colours = numpy.asarray(image).astype(">u2") * 257
    yield "rgb-16.png", png(width, height, 16, 2, [line.astype(">u2").tobytes() for line in colours])
    four = numpy.asarray(with_alpha).astype(">u2") * 257
    yield "rgba-16.png", png(width, height, 16, 6, [line.astype(">u2").tobytes() for line in four])
    two = numpy.asarray(Image.merge("LA", (grey, with_alpha.getchannel(3)))).astype(">u2") * 257
    yield "grey-alpha-16.png", png(width, height, 16, 4, [line.astype(">u2").tobytes() for line in two])
    yield "interlaced.png", adam7(image)
    yield "gamma.png", png(width, height, 8, 0, [line.tobytes() for line in numpy.asarray(grey)], (b"gAMA", (45455).to_bytes(4, "big")))
    yield "turned.png", saved(image, "PNG", exif=exif(6))
    yield "animated.png", saved(image, "PNG", save_all=True, append_images=[ImageOps.invert(image)])
    yield "thin.png", saved(image.resize((3, 200)), "PNG")
    yield "one-pixel.png", saved(image.resize((1, 1)), "PNG")
    stripes = numpy.zeros((192, 192, 3), "uint8")
    stripes[:, ::3] = 255
    yield "third-columns.png", saved(Image.fromarray(stripes), "PNG")
    yield "noise.png", saved(Image.fromarray(RANDOM.integers(0, 256, (700, 900, 3), "uint8")), "PNG")
    yield "rgb.jpg", saved(image, "JPEG", quality=92)
    yield "coarse.jpg", saved(image, "JPEG", quality=30)
    yield "444.jpg", saved(image, "JPEG", quality=92, subsampling=0)
    yield "422.jpg", saved(image, "JPEG", quality=92, subsampling=1)
    yield "grey.jpg", saved(grey, "JPEG")
    yield "progressive.jpg", saved(image, "JPEG", progressive=True)
    yield "odd-size.jpg", saved(image.resize((width - 3, height - 9)), "JPEG")
    for orientation in range(1, 9):
        yield f"exif-{orientation}.jpg", saved(image, "JPEG", exif=exif(orientation), quality=90)
    yield "cmyk.jpg", saved(cmyk, "JPEG")
    yield "cmyk-plain.jpg", without_markers(saved(cmyk, "JPEG"), {0xee})
    yield "adobe-rgb.jpg", saved(image, "JPEG", keep_rgb=True, quality=92)
    yield "no-jfif-444.jpg", without_markers(saved(image, "JPEG", subsampling=0), {0xe0})
    yield "no-jfif.jpg", without_markers(saved(image, "JPEG"), {0xe0})
    yield "bad-profile.jpg", saved(image, "JPEG", icc_profile=b"no profile at all")
    yield "restarts.jpg", saved(image, "JPEG", restart_marker_blocks=3)
    yield "large.jpg", saved(scene(1500, 1100), "JPEG", quality=90)
    yield "rgb.gif", saved(palette, "GIF")
    yield "grey.gif", saved(grey, "GIF")
    yield "clear.gif", saved(palette, "GIF", transparency=7)
    yield "interlaced.gif", saved(palette, "GIF", interlace=1)
    yield "part.gif", gif_part(image, False)
    yield "part-clear.gif", gif_part(image, True)
    yield "part-interlaced.gif", gif_part(image, True, interlace=True)
    yield "outside.gif", gif_part(image, False, corner=(.8, .8))
    yield "animated.gif", saved(palette, "GIF", save_all=True, append_images=[ImageOps.invert(image).convert("P")], duration=40)
    yield "rgb.bmp", saved(image, "BMP")
    yield "grey.bmp", saved(grey, "BMP")
    yield "palette.bmp", saved(palette, "BMP")
    yield "one-bit.bmp", saved(image.convert("1"), "BMP")
    yield "alpha.bmp", bmp_alpha(with_alpha)
    yield "runs.bmp", bmp_runs(image)
    yield "lossy.webp", saved(image, "WEBP", quality=90)
    yield "coarse.webp", saved(image, "WEBP", quality=30)
    yield "lossless.webp", saved(image, "WEBP", lossless=True)
    yield "alpha.webp", saved(with_alpha, "WEBP", quality=90)
    yield "alpha-lossless.webp", saved(with_alpha, "WEBP", lossless=True)
    yield "turned.webp", saved(image, "WEBP", exif=exif(8), lossless=True)
    yield "animated.webp", saved(image, "WEBP", save_all=True, append_images=[ImageOps.invert(image)], lossless=True)
    for name, kind in (("raw", "raw"), ("lzw", "tiff_lzw"), ("deflate", "tiff_adobe_deflate"), ("packbits", "packbits"), ("jpeg", "jpeg")):
        yield f"{name}.tif", saved(image, "TIFF", compression=kind)
    yield "grey.tif", saved(grey, "TIFF")
    yield "grey-16.tif", saved(Image.fromarray(wide.astype("uint16")), "TIFF")
    yield "alpha.tif", saved(with_alpha, "TIFF")
    yield "palette.tif", saved(palette, "TIFF")
    yield "one-bit.tif", saved(image.convert("1"), "TIFF", compression="group4")
    yield "cmyk.tif", saved(cmyk, "TIFF")
    yield "turned.tif", saved(image, "TIFF", tiffinfo={0x112: 3})
    for form, share in (("JPEG", .6), ("JPEG", .99), ("PNG", .6), ("GIF", .6), ("BMP", .6), ("WEBP", .6), ("TIFF", .6)):
        whole = saved(image, form)
        yield f"cut-{int(share * 100)}.{form.lower()}", whole[:int(len(whole) * share)]
    whole = saved(image, "JPEG", progressive=True)
    yield "cut-progressive.jpg", whole[:len(whole) * 6 // 10]
    yield "no-image.jpg", b"<!DOCTYPE html><html></html>"


def pillow(data, size, fit):
    image = Image.open(io.BytesIO(data))
    image.load()
    image = ImageOps.exif_transpose(image)
    if image.mode == "I;16":
        image = Image.fromarray((numpy.asarray(image) >> 8).astype("uint8"))
    image = image.convert("RGBA")
    image = Image.alpha_composite(Image.new("RGBA", image.size, (255, 255, 255, 255)), image).convert("RGB")
    if size is None:
        return image
    width, height = size
    if fit == "crop":
        scale = min(image.height / height, image.width / width)
        across, down = max(1, int(scale * width + .5)), max(1, int(scale * height + .5))
        left, top = (image.width - across) // 2, (image.height - down) // 2
        image = image.crop((left, top, left + across, top + down))
    return image.resize(size, Image.Resampling.BILINEAR)


def edges(pixels):
    near = numpy.zeros(pixels.shape[:2], bool)
    steep = numpy.abs(numpy.diff(pixels.astype(int), axis=0)).max(2) > EDGE
    near[:-1] |= steep
    near[1:] |= steep
    steep = numpy.abs(numpy.diff(pixels.astype(int), axis=1)).max(2) > EDGE
    near[:, :-1] |= steep
    near[:, 1:] |= steep
    return near


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--keep", help="where the images are left")
    keep = arguments.parse_args().keep
    root = pathlib.Path(__file__).resolve().parents[3]
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(keep or temporary)
        folder.mkdir(parents=True, exist_ok=True)
        orders, expected = [], []
        for name, data in corpus(scene()):
            (folder / name).write_bytes(data)
            for label, size, fit in (("own size", None, "stretch"), ("64 x 64", (64, 64), "crop"), ("40 x 24", (40, 24), "stretch")):
                try:
                    wanted = numpy.asarray(pillow(data, size, fit))
                except Exception:
                    wanted = None
                width, height = size or ((wanted.shape[1], wanted.shape[0]) if wanted is not None else (8, 8))
                out = folder / f"{name}.{width}x{height}.raw"
                orders.append(f"{height}\t{width}\t3\t{fit}\twhite\t{folder / name}\t{out}")
                expected.append((name, label, wanted, out))
        classes = os.pathsep.join([str(root / "target/test-classes"), str(root / "target/classes"),
                                   (root / "target/classpath.txt").read_text().strip()])
        told = subprocess.run(["java", "-cp", classes, "convas.dataset.image.PixelsOfFiles"], input="\n".join(orders) + "\n",
                              capture_output=True, text=True, check=True).stdout.splitlines()
        print(f"Pillow {PIL.__version__}")
        print(f"{'image':24} {'at':9} {'mean':>6} {'most':>5} {'off edges':>9}  what Convas met")
        bad = images = 0
        worst = [0, 0]
        for (name, label, wanted, out), said in zip(expected, told, strict=True):
            images += label == "own size"
            if wanted is None or said.startswith("broken"):
                fine = wanted is None and said.startswith("broken")
                print(f"{name:24} {label:9} {'refused by both' if fine else 'REFUSED BY ONE':>22}  {said}")
            else:
                got = numpy.frombuffer(out.read_bytes(), "uint8").reshape(wanted.shape)
                apart = numpy.abs(got.astype(int) - wanted)
                off = apart[~edges(wanted)].max(initial=0)
                fine = apart.mean() < MEAN and off <= MOST
                worst = [max(worst[0], apart.mean()), max(worst[1], off)]
                print(f"{name:24} {label:9} {apart.mean():6.3f} {apart.max():5} {off:9}{'' if fine else ' !'}  {said}")
            bad += not fine
        print(f"{images} images, {len(expected)} comparisons, {bad} out of bounds; worst mean {worst[0]:.3f}, worst off an edge {worst[1]}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
