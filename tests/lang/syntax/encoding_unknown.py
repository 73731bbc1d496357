# exit: 1
# coding: nonsense
