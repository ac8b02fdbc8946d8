"""Zhang and Shasha's distance by two libraries, which ours must equal."""

import zss
from apted import APTED, Config

from core.reasoning.tree_distance import Node


class _Nodes(Config):
    def rename(self, node1, node2):
        return int(node1.label != node2.label)

    def children(self, node):
        return list(node.children)


def by_apted(a: Node, b: Node) -> int:
    return APTED(a, b, _Nodes()).compute_edit_distance()


def by_zss(a: Node, b: Node) -> int:
    return int(
        zss.simple_distance(
            a,
            b,
            get_children=lambda node: list(node.children),
            get_label=lambda node: node.label,
            label_dist=lambda x, y: int(x != y),
        )
    )
