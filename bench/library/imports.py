"""The start of a program of usual size: ten modules of the library are imported, with those that they import."""
import argparse
import collections
import dataclasses
import datetime
import enum
import functools
import json
import pathlib
import re
import typing

MODULES = (argparse, collections, dataclasses, datetime, enum, functools, json, pathlib, re, typing)


if __name__ == "__main__":
    print(*(module.__name__ for module in MODULES))
