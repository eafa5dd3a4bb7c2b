"""Fits and predicts with scikit-learn and PyTorch what the study does, on the fold that is given, and prints seconds as JSON: {name: [fit, predict]}."""
import json
import sys
import time

import numpy as np
import torch
from sklearn.ensemble import HistGradientBoostingRegressor, RandomForestRegressor
from sklearn.linear_model import Lasso, LinearRegression, Ridge
from sklearn.neighbors import KNeighborsRegressor
from sklearn.svm import SVR

REPEATS, AT_LEAST = 3, 0.5  # fits, seconds
training = np.loadtxt(sys.argv[1], delimiter=",")
test = np.loadtxt(sys.argv[2], delimiter=",")
x, y = training[:, :-1], training[:, -1]
torch.set_num_threads(1)


class Branched(torch.nn.Module):
    def __init__(self, inputs, branches):
        super().__init__()
        layers = [torch.nn.Linear(inputs, 16), torch.nn.Linear(16, 8), torch.nn.Linear(8, 8)]
        self.shared = torch.nn.Sequential(*[part for layer in layers for part in (layer, torch.nn.ReLU())])
        self.branches = torch.nn.ModuleList(
            [torch.nn.Sequential(torch.nn.Linear(8, w), torch.nn.ReLU6(), torch.nn.Linear(w, 1)) for w in branches] or [torch.nn.Linear(8, 1)]
        )

    def forward(self, rows):
        shared = self.shared(rows)
        return torch.stack([branch(shared) for branch in self.branches]).mean(0)


class Net:
    def __init__(self, branches):
        self.branches = branches

    def fit(self, x, y):
        rows, targets = torch.tensor(x, dtype=torch.float32), torch.tensor(y, dtype=torch.float32)[:, None]
        self.net = Branched(x.shape[1], self.branches)
        adam = torch.optim.Adam(self.net.parameters(), lr=0.01, weight_decay=1e-5)
        for _ in range(20):
            order = torch.randperm(len(rows))
            for start in range(0, len(rows), 8):
                batch = order[start : start + 8]
                adam.zero_grad()
                torch.nn.functional.mse_loss(self.net(rows[batch]), targets[batch]).backward()
                adam.step()

    def predict(self, x):
        with torch.no_grad():
            return self.net(torch.tensor(x, dtype=torch.float32))


models = {
    "linear": lambda: LinearRegression(),
    "ridge": lambda: Ridge(),
    "lasso": lambda: Lasso(),
    "knn": lambda: KNeighborsRegressor(5),
    "svr-rbf": lambda: SVR(),
    "svr-linear": lambda: SVR(kernel="linear"),
    "svr-poly": lambda: SVR(kernel="poly"),
    "random-forest": lambda: RandomForestRegressor(100, random_state=0),
    "boosting": lambda: HistGradientBoostingRegressor(),
    "mlp": lambda: Net([]),
    "mtb-dnn-2019": lambda: Net([4, 3, 5]),
}
seconds = {}
for name, create in models.items():
    best = [float("inf"), float("inf")]
    repeats = 1 if isinstance(create(), Net) else REPEATS
    first = time.perf_counter()
    while repeats > 0 or time.perf_counter() - first < AT_LEAST:
        repeats -= 1
        model = create()
        start = time.perf_counter()
        model.fit(x, y)
        fitted = time.perf_counter()
        model.predict(test)
        best = [min(best[0], fitted - start), min(best[1], time.perf_counter() - fitted)]
    seconds[name] = best
print(json.dumps(seconds))
